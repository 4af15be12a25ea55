package io.github.churnseg.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: hash and comparison of short texts. Every array handed in must be readable
 * {@link #PADDING} bytes past the end of the text.
 */
final class Bytes {

  /** Bytes that must be readable past the end of a text. */
  static final int PADDING = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** The eight bytes from a position on, the first one lowest. */
  static long eight(byte[] bytes, int position) {
    return (long) LONG.get(bytes, position);
  }

  /** A hash whose top bits are as good as its lower ones. */
  static int hash(byte[] bytes, int position, int length) {
    long hash = length * 0x9E3779B97F4A7C15L;
    int at = position;
    int left = length;
    for (; left >= 8; left -= 8, at += 8) {
      hash = (hash ^ eight(bytes, at)) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 32;
    }
    if (left > 0) {
      hash = (hash ^ (eight(bytes, at) & (-1L >>> (64 - 8 * left)))) * 0xff51afd7ed558ccdL;
      hash ^= hash >>> 32;
    }
    hash *= 0xc4ceb9fe1a85ec53L;
    return (int) (hash >>> 32);
  }

  static boolean equal(byte[] a, int inA, byte[] b, int inB, int length) {
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
