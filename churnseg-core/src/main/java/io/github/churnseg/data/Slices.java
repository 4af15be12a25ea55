package io.github.churnseg.data;

import io.github.churnseg.internal.IdDictionary;
import java.util.Arrays;

/** Where the texts of one column stand in the bytes of a block, and their hashes. */
final class Slices {

  /** Stands for a missing text. */
  static final long NONE = -1;

  /** Position in the lower, length in the upper half. */
  long[] at;

  int[] hash;

  /** The numbers that a dictionary gave the texts, -1 for missing ones. */
  int[] numbers = {};

  Slices(int lines) {
    at = new long[lines];
    hash = new int[lines];
  }

  void resize(int lines) {
    at = Arrays.copyOf(at, lines);
    hash = Arrays.copyOf(hash, lines);
  }

  void set(int line, int position, int length, int hashOfText) {
    at[line] = (long) length << 32 | position;
    hash[line] = hashOfText;
  }

  void setNone(int line) {
    at[line] = NONE;
    hash[line] = 0;
  }

  /** Numbers the texts of a block's lines. */
  void number(LineBlock block, IdDictionary ids) {
    if (numbers.length < block.size) {
      numbers = new int[block.capacity()];
    }
    ids.addAll(block.bytes, at, hash, block.size, numbers);
  }

  void move(int from, int to) {
    at[to] = at[from];
    hash[to] = hash[from];
  }
}
