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

  /** Of a score at the edge of reach; with the bits of a centre's number at most 52. */
  private static final int BITS = 40;

  /** How far points may be, as a power of two, in squared distances between centres. */
  private static final int REACH = 16;

  /** Exponents beyond could over- or underflow. */
  private static final int MOST_EXPONENT = 900;

  private final double[] middle;
  private final double square;
  private final double reach;
  private final double unit;
  private final double[][] slopes;
  private final double[] bases;

  private ScoreGrid(double[][] centres) {
    this.middle = new double[centres[0].length];
    this.square = spread(centres, middle);
    int exponent = Math.getExponent(square);
    boolean extreme = centres.length > MOST_CENTRES || Math.abs(exponent) > MOST_EXPONENT;
    this.reach = extreme ? 0 : Math.scalb(1.0, exponent + 1 + REACH);
    this.slopes = new double[centres.length][middle.length];
    this.bases = new double[centres.length];
    double largest = 0;
    for (int c = 0; c < centres.length && !extreme; c++) {
      largest = Math.max(largest, score(centres[0], centres[c], c));
    }
    this.unit = unit(largest);
    for (int c = 0; c < centres.length; c++) {
      bases[c] /= unit;
      for (int j = 0; j < middle.length; j++) {
        slopes[c][j] /= unit;
      }
    }
  }

  static ScoreGrid of(double[][] centres) {
    return new ScoreGrid(centres);
  }

  /** Sets the middle of all centres; returns a squared distance that none exceeds. */
  private static double spread(double[][] centres, double[] middle) {
    double square = 0;
    for (int j = 0; j < middle.length; j++) {
      double low = centres[0][j];
      double high = low;
      for (double[] centre : centres) {
        low = Math.min(low, centre[j]);
        high = Math.max(high, centre[j]);
      }
      middle[j] = low / 2 + high / 2;
      square += (high - low) * (high - low);
    }
    return square;
  }

  /** Sets what the score grows by; returns more than any part of its sum within reach. */
  private double score(double[] first, double[] centre, int c) {
    double radius = Math.sqrt(reach);
    double most = 0;
    for (int j = 0; j < middle.length; j++) {
      double apart = centre[j] - first[j];
      slopes[c][j] = -2 * apart;
      bases[c] += apart * (centre[j] + first[j]);
      most += 2 * Math.abs(apart) * (2 * Math.abs(middle[j]) + 2 * radius);
    }
    return most;
  }

  /** A power of two; by the last term the error of computed distances is less than a unit. */
  private double unit(double largest) {
    double fine = Math.scalb(largest, -BITS);
    double distances = (middle.length + 3) * reach * 0x1p-51;
    return Math.scalb(1.0, Math.getExponent(Math.max(fine, distances)) + 1);
  }

  /** Whether units are small against the distances between centres, and large enough. */
  boolean fits() {
    return reach > 0 && unit * gap() < square * 0x1p-10;
  }

  /** Gaps of fewer units than half of this decide nothing: the two scores' errors, and one. */
  private double gap() {
    return Math.scalb(1.0, Math.getExponent(2.0 * (middle.length + 4)) + 1);
  }

  /** Added and taken away again, it rounds gaps that decide nothing to zero. */
  double few() {
    return 0x1.8p52 * gap();
  }

  /** Units hold for points that are no farther from here than {@link #reach}. */
  double[] middle() {
    return middle;
  }

  /** A squared distance, a power of two. */
  double reach() {
    return reach;
  }

  /** What a centre's score grows by in each dimension, in units. */
  double[] slope(int centre) {
    return slopes[centre];
  }

  /** A centre's score where all values are zero, in units. */
  double base(int centre) {
    return bases[centre];
  }
}
