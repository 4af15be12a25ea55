package io.github.churnseg.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this library. */
public final class LibraryVersion {

  private static final String VERSION = read();

  private LibraryVersion() {}

  /** Such as {@code 0.1.0}. */
  public static String version() {
    return VERSION;
  }

  private static String read() {
    String file = "library.properties";
    try (InputStream in =
        Objects.requireNonNull(LibraryVersion.class.getResourceAsStream(file), file)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " from the jar", e);
    }
  }
}
