package io.github.churnseg.model;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What has been learnt from data: immutable, safe to share between threads, knows where it came
 * from, and can be kept in a file.
 *
 * <pre>{@code
 * model.save(Path.of("segments.churnseg"));
 * KMeansModel same = ModelFile.load(Path.of("segments.churnseg"), KMeansModel.class);
 * }</pre>
 */
public interface Model {

  /**
   * What the model was learnt from, with which settings, by which version of the library.
   *
   * @return the provenance; the same after saving and loading
   */
  Provenance provenance();

  /**
   * Saves the model. Whoever reads the file meanwhile sees the old one or the new one, never a
   * part: it is written beside and then put in place.
   *
   * @param file where to; by custom its name ends with {@code .churnseg}. A file that is there is
   *     replaced
   * @throws IOException if the file cannot be written, or is a directory
   * @throws IllegalArgumentException if a part of the model cannot be saved, such as a rule that is
   *     a lambda
   * @see ModelFile#load
   */
  default void save(Path file) throws IOException {
    ModelFile.save(this, file);
  }
}
