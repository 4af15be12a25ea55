package io.github.churnseg.rfm;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The descriptions and actions that ship with the library, in one language. */
final class SegmentTexts {

  private static final List<String> LANGUAGES = List.of("en", "ru");

  private final Properties texts;

  private SegmentTexts(Properties texts) {
    this.texts = texts;
  }

  static SegmentTexts in(Locale locale) {
    if (!LANGUAGES.contains(locale.getLanguage())) {
      throw new IllegalArgumentException(
          "no segment texts in '"
              + locale.toLanguageTag()
              + "'; there are "
              + LANGUAGES
              + ", and describe(name, description, action) takes your own");
    }
    String file = "segments_" + locale.getLanguage() + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(SegmentTexts.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " from the jar", e);
    }
    return new SegmentTexts(texts);
  }

  /** The segment of a name; its texts are empty where the library knows no such name. */
  Segment of(String name) {
    String key =
        name.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}]+", "-");
    return new Segment(
        name, texts.getProperty(key + ".description", ""), texts.getProperty(key + ".action", ""));
  }
}
