package io.github.churnseg.rfm;

/** One of the three things that RFM scores. */
public enum Dimension {
  /** Whole days since the last purchase; few are good. */
  RECENCY("R", true),
  /** Purchases, as {@link Frequency} says; many are good. */
  FREQUENCY("F", false),
  /** Money, as {@link Monetary} says; much is good. */
  MONETARY("M", false);

  private final String letter;
  private final boolean lowIsBest;

  Dimension(String letter, boolean lowIsBest) {
    this.letter = letter;
    this.lowIsBest = lowIsBest;
  }

  /** R, F or M. */
  String letter() {
    return letter;
  }

  boolean lowIsBest() {
    return lowIsBest;
  }
}
