package io.github.churnseg.internal;

/** Breaks text into lines of at most 100 columns. */
public final class TextWrap {

  private static final int WIDTH = 100;

  private TextWrap() {}

  /**
   * Breaks at blanks; a word longer than a line is broken inside.
   *
   * @param text one paragraph
   * @param indent blanks before each line but the first
   * @return the lines, each ended by a newline
   */
  public static String wrap(String text, int indent) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    boolean lineStart = true;
    for (String word : text.strip().split("\\s+", -1)) {
      int length = length(word);
      if (!lineStart && column + 1 + length > WIDTH) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (!lineStart) {
        out.append(' ');
        column++;
      }
      String rest = word;
      while (column + length(rest) > WIDTH) {
        int end = rest.offsetByCodePoints(0, WIDTH - column);
        out.append(rest, 0, end).append('\n').append(" ".repeat(indent));
        rest = rest.substring(end);
        column = indent;
      }
      out.append(rest);
      column += length(rest);
      lineStart = false;
    }
    return out.append('\n').toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
