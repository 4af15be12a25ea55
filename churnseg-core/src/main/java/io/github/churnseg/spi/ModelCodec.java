package io.github.churnseg.spi;

import java.io.IOException;

/**
 * Writes and reads one class of models, or of parts of models. Found by {@link
 * java.util.ServiceLoader}: name the codec's class in {@code
 * META-INF/services/io.github.churnseg.spi.ModelCodec}.
 *
 * <pre>{@code
 * public void write(Thresholds model, ComponentWriter out) {
 *   out.texts("columns", model.columns());
 *   out.array("limits", model.limits());
 * }
 *
 * public Thresholds read(ComponentReader in) throws IOException {
 *   List<String> columns = in.texts("columns");
 *   double[] limits = in.doubles("limits");
 *   in.check(limits.length == columns.size(), "each column needs a limit");
 *   return new Thresholds(columns, limits);
 * }
 * }</pre>
 *
 * <p>Implementations have no state. Files outlive releases: what once was written must be read for
 * ever, so a value that is added later is asked for with {@link ComponentReader#has}.
 *
 * @param <T> the class
 */
public interface ModelCodec<T> {

  /**
   * The name of the class in files; never changes.
   *
   * @return such as {@code cluster.k-means}; unlike that of any other codec
   */
  String type();

  /**
   * The Maven artifact the codec is in, for those who load a file without it.
   *
   * @return group and artifact, such as {@code io.github.churnseg:churnseg-cluster}
   */
  String artifact();

  /**
   * The class that is written and read.
   *
   * @return the class of the objects themselves, no interface
   */
  Class<T> model();

  /**
   * Writes what a model consists of, but for its provenance, which is written for it.
   *
   * @param model the model
   * @param out takes the values; arrays are not copied
   */
  void write(T model, ComponentWriter out);

  /**
   * Reads a model. What the file says is not to be trusted: lengths and indices must be checked, so
   * that the model neither fails nor runs for ever.
   *
   * @param in gives each value that was written once
   * @return the model
   * @throws IOException if a value is missing or cannot be
   */
  T read(ComponentReader in) throws IOException;
}
