package io.github.churnseg.data;

/**
 * A text attribute of a log: each distinct text has a number, and each line the number of its text.
 * Immutable; a view of the log, so it costs nothing to make.
 */
public final class TextValues {

  private final LineColumns.TextAttribute attribute;

  TextValues(LineColumns.TextAttribute attribute) {
    this.attribute = attribute;
  }

  /**
   * The text of a line, as a number.
   *
   * @param line 0 to {@code size() - 1} of the log
   * @return 0 to {@code texts() - 1}, or -1 where it is missing
   */
  public int number(int line) {
    return attribute.valueOfLine().get(line);
  }

  /**
   * How many texts have a number. After a cut, some may be on no line.
   *
   * @return distinct texts
   */
  public int texts() {
    return attribute.values().size();
  }

  /**
   * The text of a number.
   *
   * @param number 0 to {@code texts() - 1}
   * @return the text
   */
  public String text(int number) {
    return attribute.values().get(number);
  }

  /** How many distinct texts there are. */
  @Override
  public String toString() {
    return texts() + " texts";
  }
}
