package io.github.churnseg.features;

/** What stands in for a value that is missing. Learnt from the training rows alone. */
public enum Imputation {
  /** The median of a number; for a category as {@link #MOST_FREQUENT}. Outliers do not move it. */
  MEDIAN,
  /** The mean of a number; for a category as {@link #MOST_FREQUENT}. */
  MEAN,
  /** The value that most rows have; of equals, the least number or the first text. */
  MOST_FREQUENT,
  /** Zero for a number, and no category: all its columns are zero. */
  ZERO,
  /** Nothing: a row with a missing value is refused by name. */
  REFUSE
}
