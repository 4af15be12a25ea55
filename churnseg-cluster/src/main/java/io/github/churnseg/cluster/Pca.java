package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Segmenter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Principal components: few new columns, each a weighted sum of the scaled old ones, that keep most
 * of the variance. K. Pearson, "On lines and planes of closest fit to systems of points in space",
 * Philosophical Magazine 2 (1901), doi:10.1080/14786440109462720.
 *
 * <pre>{@code
 * PcaModel pca = Pca.components(2).scaling(Scaling.Z_SCORE).fit(customers);
 * pca.extract(newcomers);                                // columns pc1, pc2
 * Pca.components(2).then(KMeans.k(3).scaling(Scaling.NONE)).fit(customers);
 * }</pre>
 *
 * <p>A plan: immutable, safe to share between threads. The sign of a component is free by nature;
 * here the loading largest in absolute value is positive, of equally large ones the first. Time: a
 * pass over the customers for each pair of columns, and the cube of the columns. Memory: the
 * numbers twice, and the square of the columns.
 */
public final class Pca {

  private final int components;
  private final Plan plan;

  private Pca(int components, Plan plan) {
    this.components = components;
    this.plan = plan;
  }

  /**
   * Plans a number of components.
   *
   * @param components 1 or more, and no more than there are columns
   * @return a plan with {@link Scaling#LOG_Z_SCORE}, as {@link KMeans} has it, and all columns
   */
  public static Pca components(int components) {
    if (components < 1) {
      throw new IllegalArgumentException("components=" + components + "; choose at least 1");
    }
    return new Pca(components, Plan.of(1));
  }

  /**
   * Sets how columns are made comparable before.
   *
   * @param scaling the way; with {@link Scaling#NONE} the column with the largest unit decides
   * @return a new plan
   */
  public Pca scaling(Scaling scaling) {
    return new Pca(components, plan.scaling(scaling));
  }

  /**
   * Sets which columns to use; all of them unless set.
   *
   * @param columns numeric or categorical ones
   * @return a new plan
   */
  public Pca columns(String... columns) {
    return new Pca(components, plan.columns(List.of(columns)));
  }

  /**
   * Learns the components.
   *
   * @param customers whom to learn from, at least one
   * @return the components
   * @throws InvalidDataException if a value is missing or not finite, or there are fewer columns
   *     than components
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public PcaModel fit(CustomerFeatures customers) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan);
    int width = encoded.columns.length;
    if (components > width) {
      throw new InvalidDataException(
          "components=%d but only %d columns: %s; choose components <= %d"
              .formatted(components, width, encoded.encoder.names(), width));
    }
    double[] means = new double[width];
    double[][] covariance = covariance(encoded.columns, means);
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
    double[] variances = eigen.getRealEigenvalues();
    int[] order =
        IntStream.range(0, width)
            .boxed()
            .sorted(Comparator.comparingDouble(axis -> -variances[axis]))
            .limit(components)
            .mapToInt(Integer::intValue)
            .toArray();
    double all = IntStream.range(0, width).mapToDouble(j -> covariance[j][j]).sum();
    double[][] loadings =
        Arrays.stream(order)
            .mapToObj(axis -> signed(eigen.getEigenvector(axis).toArray()))
            .toArray(double[][]::new);
    double[] shares =
        Arrays.stream(order)
            .mapToDouble(axis -> all == 0 ? 0 : Math.max(0, variances[axis]) / all)
            .toArray();
    return new PcaModel(encoded.encoder, means, loadings, shares);
  }

  /** Sums in exact grids, so that the order of customers does not show. */
  private static double[][] covariance(double[][] columns, double[] means) {
    int size = columns[0].length;
    double[][] centred = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      means[j] = sum(columns[j]) / size;
      double mean = means[j];
      centred[j] = Arrays.stream(columns[j]).map(value -> value - mean).toArray();
    }
    double[][] covariance = new double[columns.length][columns.length];
    for (int a = 0; a < columns.length; a++) {
      Interruption.check("PCA");
      for (int b = 0; b <= a; b++) {
        double[] first = centred[a];
        double[] second = centred[b];
        double[] products = new double[size];
        Arrays.setAll(products, row -> first[row] * second[row]);
        covariance[a][b] = covariance[b][a] = sum(products) / size;
      }
    }
    return covariance;
  }

  private static double sum(double[] values) {
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    ExactSum sum = new ExactSum(new ExactSum.Grid(largest, values.length));
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  private static double[] signed(double[] loadings) {
    int largest = 0;
    for (int j = 1; j < loadings.length; j++) {
      // A hair's breadth larger is rounding.
      if (Math.abs(loadings[j]) > Math.abs(loadings[largest]) * (1 + 1e-9)) {
        largest = j;
      }
    }
    double sign = Math.signum(loadings[largest]);
    return Arrays.stream(loadings).map(loading -> loading * sign).toArray();
  }

  /**
   * Learns the components first, then segments by them; newcomers go through both.
   *
   * @param segmenter which gets the columns {@code pc1}, {@code pc2} and so on; these are on one
   *     scale already, so give {@code scaling(Scaling.NONE)}
   * @return a segmenter of the customers as they were before
   */
  public Segmenter<CustomerFeatures> then(Segmenter<CustomerFeatures> segmenter) {
    return new PcaSegmenter(this, segmenter);
  }

  /** The settings. */
  @Override
  public String toString() {
    return "PCA, %d components, %s%s"
        .formatted(
            components,
            plan.scaling(),
            Optional.of(plan.columns()).filter(c -> !c.isEmpty()).map(c -> " of " + c).orElse(""));
  }
}
