package io.github.churnseg.internal.modelfile;

import io.github.churnseg.model.ModelFileException;
import java.nio.file.Path;

/** Makes the errors about one file. */
final class Problems {

  private static final String WAY_OUT =
      "; save the model again, or copy the file again from where it is whole";

  private final Path file;

  Problems(Path file) {
    this.file = file;
  }

  /** A problem and the way out. */
  ModelFileException at(String place, String problem) {
    return new ModelFileException(text(place, problem));
  }

  /** A place in the file that does not hold what it should, for whatever reason. */
  ModelFileException damaged(String place, String problem) {
    return new ModelFileException(text(place, problem) + WAY_OUT);
  }

  ModelFileException damaged(String place, Throwable cause) {
    String problem = "cannot be read: " + cause.getMessage();
    return new ModelFileException(text(place, problem) + WAY_OUT, cause);
  }

  private String text(String place, String problem) {
    return file + ": " + (place.isEmpty() ? "" : place + ": ") + problem;
  }
}
