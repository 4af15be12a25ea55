package io.github.churnseg.features;

/**
 * How columns are made comparable before distances or weights are taken. What is learnt from the
 * customers a model is fitted on is stored in the model and used for newcomers.
 */
public enum Scaling {
  /** Numbers as they are; for columns that share a unit, or were scaled before. */
  NONE,
  /**
   * Less the mean, over the standard deviation of the customers; for numbers without long tails.
   */
  Z_SCORE,
  /**
   * The logarithm ln(1 + x) first, then as {@link #Z_SCORE}; a negative x counts as -ln(1 - x).
   *
   * <p>For money and counts, where a few customers hold most of the sum: without it those few
   * become groups of their own, and everybody else is one group.
   */
  LOG_Z_SCORE,
  /**
   * Less the median, over the distance between the quartiles (by linear interpolation), so that
   * outliers do not set the scale; where the quartiles are equal, over the standard deviation.
   */
  ROBUST,
  /** From 0 for the smallest to 1 for the largest; one outlier squeezes everybody else. */
  MIN_MAX
}
