package io.github.churnseg.classify;

/** Pearson's correlation, one pair at a time. */
final class Association {

  private long count;
  private double meanX;
  private double meanY;
  private double squaresX;
  private double squaresY;
  private double products;

  /** Pearson's correlation of two columns as long as one another. */
  static double of(double[] x, double[] y) {
    Association pairs = new Association();
    for (int row = 0; row < x.length; row++) {
      pairs.add(x[row], y[row]);
    }
    return pairs.correlation();
  }

  /** Adds a pair; one with a missing number does not count. */
  void add(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return;
    }
    count++;
    double dx = x - meanX;
    double dy = y - meanY;
    meanX += dx / count;
    meanY += dy / count;
    squaresX += dx * (x - meanX);
    squaresY += dy * (y - meanY);
    products += dx * (y - meanY);
  }

  /** -1 to 1, or {@code NaN} where one of the two never changes. */
  double correlation() {
    // A spread that rounding alone explains is none.
    double leastX = 1e-28 * meanX * meanX * count;
    double leastY = 1e-28 * meanY * meanY * count;
    if (!(squaresX > leastX && squaresY > leastY)) {
      return Double.NaN;
    }
    double r = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
    return Math.max(-1, Math.min(1, r));
  }
}
