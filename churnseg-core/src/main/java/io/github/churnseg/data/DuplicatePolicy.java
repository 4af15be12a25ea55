package io.github.churnseg.data;

/**
 * What happens to rows that repeat an earlier row exactly, in every field of the source, mapped or
 * not. The default is {@link #KEEP}.
 */
public enum DuplicatePolicy {
  /**
   * They are lines like any other. The default: two of the same thing in one order are often two
   * equal rows. They are not counted either, because looking for them costs memory.
   */
  KEEP,

  /**
   * The first is kept, the others are left out and counted. Rows are compared by a 128-bit hash of
   * all their fields: among a billion different rows the chance that any two are taken for equal is
   * below 10^-20. Costs about 32 bytes a row while loading.
   */
  DROP
}
