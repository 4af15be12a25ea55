package io.github.churnseg.data;

import java.io.IOException;
import java.io.Reader;

/** Makes one blank of each run of blanks, and none at the beginning and end of a line. */
final class BlanksReader extends Reader {

  private static final int SIZE = 1 << 13;

  private final Reader in;
  private final char[] raw = new char[SIZE];

  /** Twice the size: a blank may come due before each character. */
  private final char[] clean = new char[2 * SIZE];

  private int next;
  private int end;
  private boolean lineIsEmpty = true;
  private boolean blankIsDue;

  BlanksReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    while (next == end) {
      int count = in.read(raw, 0, SIZE);
      if (count < 0) {
        return -1;
      }
      clean(count);
    }
    int count = Math.min(length, end - next);
    System.arraycopy(clean, next, buffer, from, count);
    next += count;
    return count;
  }

  private void clean(int count) {
    next = 0;
    end = 0;
    for (int i = 0; i < count; i++) {
      char c = raw[i];
      if (c == ' ' || c == '\t') {
        blankIsDue = !lineIsEmpty;
        continue;
      }
      boolean lineEnds = c == '\n' || c == '\r';
      if (blankIsDue && !lineEnds) {
        clean[end++] = CsvFormat.BLANKS;
      }
      clean[end++] = c;
      blankIsDue = false;
      lineIsEmpty = lineEnds;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
