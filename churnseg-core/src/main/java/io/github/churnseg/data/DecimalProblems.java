package io.github.churnseg.data;

import java.util.regex.Pattern;

/** Says why a text is no number; the slow and friendly side of {@link DecimalReader}. */
final class DecimalProblems {

  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE);

  /** Digits with marks or blanks between them, more than one kind or more than once. */
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?\\d{1,3}([.,'’_  \\u202f]\\d{2,3})+([.,]\\d*)?");

  private DecimalProblems() {}

  static String explain(String text, char mark) {
    if (NOT_FINITE.matcher(text).matches()) {
      return "is no finite number; leave the field empty where a value is missing";
    }
    if (GROUPED.matcher(text).matches()) {
      return "has grouping marks; write the number without them, such as 1234"
          + (mark == 0 ? lastMark(text) : mark)
          + "56";
    }
    return "is not a number";
  }

  private static char lastMark(String text) {
    return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  }
}
