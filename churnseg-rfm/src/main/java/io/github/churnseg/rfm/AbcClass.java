package io.github.churnseg.rfm;

/** How much of the revenue a customer carries; see {@link AbcXyz}. */
public enum AbcClass {
  /** The few who bring most of the revenue: the first 80 % by default. */
  A(0),
  /** Those between: up to 95 % of the revenue by default. */
  B(1),
  /** All others, among them everyone whose returns have eaten up the purchases. */
  C(2);

  private final int place;

  AbcClass(int place) {
    this.place = place;
  }

  /** 0 for the best. */
  int place() {
    return place;
  }
}
