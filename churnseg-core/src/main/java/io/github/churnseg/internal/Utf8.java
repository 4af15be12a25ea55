package io.github.churnseg.internal;

/**
 * What UTF-8 cannot hold. Half of a surrogate pair is no character; encoding it would silently put
 * a question mark in its place, so that two ids could become one.
 */
public final class Utf8 {

  /** What to say of a text that cannot be held, behind the text itself. */
  public static final String PROBLEM =
      "holds half of a surrogate pair, which is no character; repair the text where it comes from";

  private Utf8() {}

  /** Whether no half of a surrogate pair stands alone in it. */
  public static boolean canHold(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
