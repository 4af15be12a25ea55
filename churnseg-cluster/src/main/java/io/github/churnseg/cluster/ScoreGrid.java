package io.github.churnseg.cluster;

/**
 * The unit that scores ({@link ScoreIndex}) are rounded to, and how they grow with each dimension.
 *
 * <p>Within reach no score, nor any part of its sum, is more than 2⁴⁰ units, so that sums with 1.5
 * · 2⁵² are rounded to whole units and nothing else: half a unit a dimension. All other errors, of
 * scores and of computed distances, are less than a unit.
 */
final class ScoreGrid {

  static final int MOST_CENTRES = 512;

  /** Numbers of centres are multiples of this, and their sum with a score is exact. */
  static final double STEP = 1.0 / (2 * MOST_CENTRES);

  /** Added and taken away again, it rounds to whole units. */
  static final double ROUNDING = 0x1.8p52;

  /** Of a score at the edge of reach; with the bits of a centre's number at most 52. */
  private static final int BITS = 40;

  /** How far from the centres points may be, in distances between these. */
  private static final int REACH = 256;

  /** The score of a centre that is made up and never the nearest, in units. */
  private static final double FAR = 0x1p41;

  /** Dimensions that no score grows with, for loops that take several at a time. */
  private static final int MORE = 3;

  /** Exponents beyond could over- or underflow. */
  private static final int MOST_EXPONENT = 900;

  private final int dimensions;
  private final double square;
  private final double reach;
  private final double unit;
  private final double[][] slopes;
  private final double[] bases;

  private ScoreGrid(double[][] centres) {
    this.dimensions = centres[0].length;
    this.square = spread(centres);
    double most = reach(centres[0], square);
    boolean extreme = centres.length > MOST_CENTRES || extreme(square) || extreme(most);
    this.reach = extreme ? 0 : most;
    this.slopes = new double[centres.length + 1][dimensions + MORE];
    this.bases = new double[centres.length + 1];
    double largest = 0;
    for (int c = 0; c < centres.length && !extreme; c++) {
      largest = Math.max(largest, score(centres[0], centres[c], c));
    }
    this.unit = unit(largest);
    for (int c = 0; c < centres.length; c++) {
      bases[c] = ROUNDING + bases[c] / unit;
      for (int j = 0; j < dimensions; j++) {
        slopes[c][j] /= unit;
      }
    }
    bases[centres.length] = ROUNDING + FAR;
  }

  static ScoreGrid of(double[][] centres) {
    return new ScoreGrid(centres);
  }

  /** A squared distance that no two centres exceed. */
  static double spread(double[][] centres) {
    double square = 0;
    for (int j = 0; j < centres[0].length; j++) {
      double low = centres[0][j];
      double high = low;
      for (double[] centre : centres) {
        low = Math.min(low, centre[j]);
        high = Math.max(high, centre[j]);
      }
      square += (high - low) * (high - low);
    }
    return square;
  }

  /** A power of two above the squared distance from zero that points may have. */
  private static double reach(double[] first, double square) {
    double fromZero = 0;
    for (double value : first) {
      fromZero += value * value;
    }
    double radius = Math.sqrt(fromZero) + Math.sqrt(square) * REACH;
    return Math.scalb(1.0, Math.getExponent(radius * radius) + 1);
  }

  private static boolean extreme(double square) {
    return Math.abs(Math.getExponent(square)) > MOST_EXPONENT;
  }

  /** Sets what the score grows by; returns more than any part of its sum within reach. */
  private double score(double[] first, double[] centre, int c) {
    double radius = Math.sqrt(reach);
    double most = 0;
    for (int j = 0; j < dimensions; j++) {
      double apart = centre[j] - first[j];
      slopes[c][j] = -2 * apart;
      bases[c] += apart * (centre[j] + first[j]);
      most += 2 * Math.abs(apart) * 2 * radius;
    }
    return most;
  }

  /** A power of two; by the last term the error of computed distances is less than a unit. */
  private double unit(double largest) {
    double fine = Math.scalb(largest, -BITS);
    double distances = (dimensions + 3) * reach * 0x1p-51;
    return Math.scalb(1.0, Math.getExponent(Math.max(fine, distances)) + 1);
  }

  /** Whether units are small against the distances between centres, and large enough. */
  boolean fits() {
    return reach > 0 && unit * few() < square * 0x1p-10;
  }

  /** Gaps of fewer units decide nothing: a power of two above the errors of two scores, and one. */
  double few() {
    return Math.scalb(1.0, Math.getExponent(dimensions + 4.0) + 1);
  }

  /** Added and taken away again, it rounds gaps that decide nothing to zero. */
  double rough() {
    return ROUNDING * 2 * few();
  }

  /** How far from zero units hold: a squared distance, a power of two. */
  double reach() {
    return reach;
  }

  /**
   * What a centre's score grows by in each dimension, in units; zero in {@link #MORE} after these.
   * After the last centre follows one that is far.
   */
  double[] slope(int centre) {
    return slopes[centre];
  }

  /**
   * A centre's score where all values are zero, in units, with {@link #ROUNDING}: what is added to
   * it is rounded to whole units.
   */
  double base(int centre) {
    return bases[centre];
  }
}
