package io.github.churnseg.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real files beside the repository; a test that needs them is skipped where they are not. */
final class RealData {

  private static final Path FOLDER = Path.of("../../shared/data");

  private RealData() {}

  static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> "skipped: no " + file.toAbsolutePath().normalize());
    return file;
  }
}
