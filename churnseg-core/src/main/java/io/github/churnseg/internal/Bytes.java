package io.github.churnseg.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: hash and comparison of short texts. Every array handed in must be readable
 * {@link #PADDING} bytes past the end of the text.
 */
public final class Bytes {

  /** Bytes that must be readable past the end of a text. */
  public static final int PADDING = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** The eight bytes from a position on, the first one lowest. */
  public static long eight(byte[] bytes, int position) {
    return (long) LONG.get(bytes, position);
  }

  /** Writes eight bytes, the lowest one first. */
  public static void setEight(byte[] bytes, int position, long eight) {
    LONG.set(bytes, position, eight);
  }

  /** A hash whose top bits are as good as its lower ones. */
  public static int hash(byte[] bytes, int position, int length) {
    long hash = firstHash(length);
    int at = position;
    int left = length;
    for (; left >= 8; left -= 8, at += 8) {
      hash = nextHash(hash, eight(bytes, at));
    }
    if (left > 0) {
      hash = nextHash(hash, eight(bytes, at) & (-1L >>> (64 - 8 * left)));
    }
    return lastHash(hash);
  }

  /** What {@link #hash} begins with, for a text of so many bytes. */
  public static long firstHash(int length) {
    return length * 0x9E3779B97F4A7C15L;
  }

  /** The hash with eight more bytes; of the last ones, those past the end of the text are 0. */
  public static long nextHash(long hash, long eight) {
    long mixed = (hash ^ eight) * 0xff51afd7ed558ccdL;
    return mixed ^ (mixed >>> 32);
  }

  /** What {@link #hash} ends with. */
  public static int lastHash(long hash) {
    return (int) ((hash * 0xc4ceb9fe1a85ec53L) >>> 32);
  }

  /** Whether two texts of one length are the same. */
  public static boolean equal(byte[] a, int inA, byte[] b, int inB, int length) {
    int p = inA;
    int q = inB;
    int left = length;
    for (; left >= 8; left -= 8, p += 8, q += 8) {
      if (eight(a, p) != eight(b, q)) {
        return false;
      }
    }
    return left == 0 || ((eight(a, p) ^ eight(b, q)) << (64 - 8 * left)) == 0;
  }
}
