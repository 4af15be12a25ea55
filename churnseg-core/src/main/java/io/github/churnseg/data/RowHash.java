package io.github.churnseg.data;

/**
 * A hash of 128 bits over all fields of a row, to tell repeated rows. No secret goes into it: it is
 * made for data, not against someone who forges collisions.
 */
final class RowHash {

  private long a;
  private long b;

  void begin() {
    a = 0x243f6a8885a308d3L;
    b = 0x13198a2e03707344L;
  }

  /** Adds a field. */
  void add(char[] buffer, int from, int length) {
    mix(length);
    int end = from + length;
    int at = from;
    for (; at + 4 <= end; at += 4) {
      mix(
          buffer[at]
              | (long) buffer[at + 1] << 16
              | (long) buffer[at + 2] << 32
              | (long) buffer[at + 3] << 48);
    }
    for (; at < end; at++) {
      mix(buffer[at]);
    }
  }

  /** Adds a field that came as a value; a missing one is not the same as an empty one. */
  void add(String plain, boolean missing) {
    if (missing) {
      mix(-1);
    } else {
      add(plain.toCharArray(), 0, plain.length());
    }
  }

  private void mix(long word) {
    a = (a ^ word) * 0xff51afd7ed558ccdL;
    a ^= a >>> 32;
    b = Long.rotateLeft((b + word) * 0xc4ceb9fe1a85ec53L, 31);
    b ^= b >>> 29;
  }

  long high() {
    long mixed = (a ^ (b >>> 17)) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }

  long low() {
    long mixed = b * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }
}
