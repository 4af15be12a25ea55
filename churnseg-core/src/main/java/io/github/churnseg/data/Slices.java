package io.github.churnseg.data;

import java.util.Arrays;

/** Where the texts of one column stand in the bytes of a block, and their hashes. */
final class Slices {

  /** Stands for a missing text. */
  static final long NONE = -1;

  /** Position in the lower, length in the upper half. */
  long[] at = new long[0];

  int[] hash = new int[0];

  void resize(int lines) {
    at = Arrays.copyOf(at, lines);
    hash = Arrays.copyOf(hash, lines);
  }

  void set(int line, byte[] bytes, int position, int length) {
    at[line] = (long) length << 32 | position;
    hash[line] = Bytes.hash(bytes, position, length);
  }

  void setNone(int line) {
    at[line] = NONE;
    hash[line] = 0;
  }

  void move(int from, int to) {
    at[to] = at[from];
    hash[to] = hash[from];
  }
}
