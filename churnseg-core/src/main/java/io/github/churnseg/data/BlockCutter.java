package io.github.churnseg.data;

import io.github.churnseg.internal.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts the bytes of a CSV file at the ends of records, so that the pieces can be parsed apart.
 *
 * <p>A line feed ends a record if an even number of quotes is before it. Where quotes also stand in
 * the middle of unquoted text that may be wrong; then a piece ends inside quotes, which its parser
 * notices.
 */
final class BlockCutter {

  /** Beyond this size of a record, pieces are no help. */
  private static final int LARGEST = 1 << 26;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;

  private final InputStream in;
  private final boolean quotes;
  private byte[] rest = new byte[0];
  private boolean ended;

  /**
   * Makes a cutter.
   *
   * @param quotes whether quotes have a meaning in this file
   */
  BlockCutter(InputStream in, boolean quotes) {
    this.in = in;
    this.quotes = quotes;
  }

  /** The file cannot be cut into pieces. */
  static final class UncutException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Reads the next piece into a block.
   *
   * @return false at the end
   */
  boolean next(CsvBlock block) throws IOException {
    byte[] buffer = block.bytes;
    int filled = rest.length;
    if (buffer.length < filled + Bytes.PADDING) {
      buffer = new byte[2 * filled + Bytes.PADDING];
    }
    System.arraycopy(rest, 0, buffer, 0, filled);
    rest = new byte[0];
    while (true) {
      int room = buffer.length - Bytes.PADDING - filled;
      int read = ended ? 0 : in.readNBytes(buffer, filled, room);
      filled += read;
      ended |= read < room;
      int cut = ended ? filled : lastRecordEnd(buffer, filled);
      if (cut > 0 || ended) {
        rest = Arrays.copyOfRange(buffer, cut, filled);
        block.bytes = buffer;
        block.length = cut;
        return cut > 0;
      }
      if (buffer.length >= LARGEST) {
        throw new UncutException();
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private int lastRecordEnd(byte[] bytes, int length) {
    boolean inside = quotes && (countQuotes(bytes, length) & 1) != 0;
    for (int at = length - 1; at >= 0; at--) {
      if (bytes[at] == '\n' && !inside) {
        return at + 1;
      }
      inside ^= quotes && bytes[at] == '"';
    }
    return 0;
  }

  private static int countQuotes(byte[] bytes, int length) {
    int count = 0;
    int at = 0;
    for (; at + 8 <= length; at += 8) {
      long word = Bytes.eight(bytes, at) ^ QUOTES; // a quote becomes 0
      if (((word - ONES) & ~word & HIGHS) != 0) {
        count += countQuotes(bytes, at, at + 8);
      }
    }
    return count + countQuotes(bytes, at, length);
  }

  private static int countQuotes(byte[] bytes, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      count += bytes[at] == '"' ? 1 : 0;
    }
    return count;
  }
}
