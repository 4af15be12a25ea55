package io.github.churnseg.data;

import io.github.churnseg.internal.Bytes;

/** A piece of a CSV file and the lines parsed from it. Recycled. */
final class CsvBlock {

  /** Bytes of the file in a piece: large enough to make switching cheap, small enough to cache. */
  static final int SIZE = 1 << 18;

  byte[] bytes;
  int length;

  /** The position of the piece in the file, from 0. */
  int number;

  final LineBlock lines;

  /** The physical lines of the piece. */
  long lineCount;

  DateOrderProof timeProof = new DateOrderProof();
  DecimalProof[] decimalProofs = {};

  CsvBlock(LineBlock lines, int size) {
    this.lines = lines;
    this.bytes = new byte[size + Bytes.PADDING];
  }
}
