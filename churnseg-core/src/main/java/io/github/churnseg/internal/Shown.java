package io.github.churnseg.internal;

import java.util.Collection;
import java.util.stream.Collectors;

/** Puts values and names from data into messages: quoted, shortened, in one line. */
public final class Shown {

  private static final int LONGEST = 60;
  private static final int MOST_NAMES = 30;

  private Shown() {}

  /** A value in quotes; at most 60 characters, unprintable ones as escapes. */
  public static String value(CharSequence value) {
    StringBuilder shown = new StringBuilder("'");
    int end = Math.min(value.length(), LONGEST);
    if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    value.subSequence(0, end).codePoints().forEach(c -> append(shown, c));
    shown.append(end < value.length() ? "…' (" + value.length() + " characters)" : "'");
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        int type = Character.getType(c);
        if (Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE) {
          shown.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
        } else {
          shown.appendCodePoint(c);
        }
      }
    }
  }

  /** Names with commas between; of very many only the first. */
  public static String names(Collection<String> names) {
    String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return more > 0 ? first + ", … (" + more + " more)" : first;
  }
}
