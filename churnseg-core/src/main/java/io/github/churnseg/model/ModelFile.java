package io.github.churnseg.model;

import io.github.churnseg.internal.modelfile.ModelFiles;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Models in files: {@link Model#save} writes one, {@link #load} reads it.
 *
 * <pre>{@code
 * model.save(Path.of("segments.churnseg"));
 * KMeansModel served = ModelFile.load(Path.of("segments.churnseg"), KMeansModel.class);
 * }</pre>
 *
 * <p>A loaded model gives the same bits as the one that was saved. The file is a zip of JSON and
 * raw arrays, and holds neither customers' ids nor code; reading it runs none of what it says, and
 * takes time and memory in proportion to its size only, whoever wrote it.
 */
public final class ModelFile {

  private ModelFile() {}

  /**
   * Loads a model.
   *
   * @param <M> the kind of model
   * @param file what {@link Model#save} wrote
   * @param type the kind of model that is expected, such as {@code ClassifierModel.class}
   * @return the model
   * @throws ModelFileException if the file is damaged, no model file, of a version that this
   *     library cannot read, of another kind of model, or needs a module that is not on the class
   *     path; the message names the dependency to add
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if the file cannot be read
   */
  public static <M extends Model> M load(Path file, Class<M> type) throws IOException {
    return ModelFiles.load(file, type);
  }

  static void save(Model model, Path file) throws IOException {
    ModelFiles.save(model, file);
  }
}
