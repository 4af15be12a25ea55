package io.github.churnseg.model;

/**
 * Computes probabilities from encoded rows without allocating. It owns its working memory, so use
 * each from one thread at a time, and take one a thread from {@link ClassifierModel#scorer()}.
 *
 * <p>A row gets the same bits alone and among others.
 */
public interface Scorer {

  /**
   * Numbers a row going in.
   *
   * @return the number of {@link io.github.churnseg.features.FittedPreprocessing#columns()}
   */
  int inputs();

  /**
   * Probabilities a row coming out.
   *
   * @return the number of {@link ClassifierModel#classes()}
   */
  int classes();

  /**
   * Scores rows.
   *
   * @param inputs rows of {@link #inputs()} finite numbers, one row after the other
   * @param firstRow where to start, counted in rows
   * @param rows how many rows to score
   * @param probabilities receives {@link #classes()} numbers for each scored row, from its start
   * @throws IndexOutOfBoundsException if an array is too short
   * @throws io.github.churnseg.InvalidDataException if a number is not finite; the message names
   *     row and column
   */
  void score(double[] inputs, int firstRow, int rows, double[] probabilities);
}
