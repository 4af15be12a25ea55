package io.github.churnseg.classify;

/**
 * A curve from a score to a probability, 1 / (1 + exp(-(slope × score + offset))), fitted by
 * Newton's method with backtracking (Platt 1999; Lin, Lin, Weng 2007,
 * doi:10.1007/s10994-007-5018-6).
 *
 * @param slope of the logit
 * @param offset of the logit
 */
record Sigmoid(double slope, double offset) {

  private static final int STEPS = 100;
  private static final double RIDGE = 1e-12;

  static final Sigmoid NEVER = new Sigmoid(0, Double.NEGATIVE_INFINITY);

  double probability(double score) {
    return slope == 0 ? Softmax.logistic(offset) : Softmax.logistic(slope * score + offset);
  }

  /** Fits scores to yes or no, with targets drawn in a little so that none is certain. */
  static Sigmoid fit(double[] scores, boolean[] yes, double[] weights) {
    double positives = 0;
    double negatives = 0;
    for (int row = 0; row < yes.length; row++) {
      positives += yes[row] ? weights[row] : 0;
      negatives += yes[row] ? 0 : weights[row];
    }
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (negatives + 2);
    double[] targets = new double[yes.length];
    for (int row = 0; row < yes.length; row++) {
      targets[row] = yes[row] ? high : low;
    }
    Sigmoid curve = new Sigmoid(0, StrictMath.log((positives + 1) / (negatives + 1)));
    double loss = curve.loss(scores, targets, weights);
    for (int step = 0; step < STEPS; step++) {
      Sigmoid next = curve.step(scores, targets, weights, loss);
      double lower = next.loss(scores, targets, weights);
      if (!(lower < loss - 1e-12 * Math.abs(loss))) {
        return lower < loss ? next : curve;
      }
      curve = next;
      loss = lower;
    }
    return curve;
  }

  private Sigmoid step(double[] scores, double[] targets, double[] weights, double loss) {
    double g0 = 0;
    double g1 = 0;
    double h00 = RIDGE;
    double h01 = 0;
    double h11 = RIDGE;
    for (int row = 0; row < scores.length; row++) {
      double p = Softmax.logistic(slope * scores[row] + offset);
      double error = weights[row] * (p - targets[row]);
      double curvature = weights[row] * p * (1 - p);
      g0 += error * scores[row];
      g1 += error;
      h00 += curvature * scores[row] * scores[row];
      h01 += curvature * scores[row];
      h11 += curvature;
    }
    double determinant = h00 * h11 - h01 * h01;
    double down0 = -(h11 * g0 - h01 * g1) / determinant;
    double down1 = -(h00 * g1 - h01 * g0) / determinant;
    Sigmoid next = this;
    for (double length = 1; length > 1e-10; length /= 2) {
      next = new Sigmoid(slope + length * down0, offset + length * down1);
      if (next.loss(scores, targets, weights) < loss) {
        return next;
      }
    }
    return this;
  }

  private double loss(double[] scores, double[] targets, double[] weights) {
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      double logit = slope * scores[row] + offset;
      double soft = StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
      loss += weights[row] * (Math.max(logit, 0) - logit * targets[row] + soft);
    }
    return loss;
  }
}
