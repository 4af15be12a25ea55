package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mark of Unicode's encodings at the beginning of a file. */
enum ByteOrderMark {
  // UTF-32LE begins like UTF-16LE and so comes first
  UTF_32LE("UTF-32LE", "\u00ff\u00fe\0\0"),
  UTF_32BE("UTF-32BE", "\0\0\u00fe\u00ff"),
  UTF_8("UTF-8", "\u00ef\u00bb\u00bf"),
  UTF_16LE("UTF-16LE", "\u00ff\u00fe"),
  UTF_16BE("UTF-16BE", "\u00fe\u00ff"),
  NONE("", "");

  private final String charset;

  /** The bytes, each as the character of the same number. */
  private final String bytes;

  ByteOrderMark(String charset, String bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  static ByteOrderMark of(byte[] head) {
    for (ByteOrderMark mark : values()) {
      if (mark.begins(head)) {
        return mark;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] head) {
    for (int i = 0; i < bytes.length(); i++) {
      if (i >= head.length || (head[i] & 0xff) != bytes.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int length() {
    return bytes.length();
  }

  /** The encoding: the mark's, which must not contradict the one given; without both UTF-8. */
  Charset charset(@Nullable Charset given, Place place) {
    if (this == NONE) {
      return given == null ? StandardCharsets.UTF_8 : given;
    }
    String family = charset.replaceAll("[LB]E$", "");
    if (given != null && !given.name().toUpperCase(Locale.ROOT).startsWith(family)) {
      throw new InvalidDataException(
          place,
          "the file begins with the mark of "
              + charset
              + ", but .charset("
              + given
              + ") was given; leave out .charset");
    }
    return Charset.forName(charset);
  }
}
