package io.github.churnseg.rfm;

/** How steadily a customer buys; see {@link AbcXyz}. */
public enum XyzClass {
  /** Steady: the orders, or months, are much alike. */
  X("X", 0),
  /** Varying, within reason. */
  Y("Y", 1),
  /** Erratic, or too short a time here to show anything else. */
  Z("Z", 2),
  /** One order only, which shows nothing about steadiness. */
  SINGLE_PURCHASE("Single Purchase", 3);

  private final String text;
  private final int place;

  XyzClass(String text, int place) {
    this.text = text;
    this.place = place;
  }

  String text() {
    return text;
  }

  /** 0 for the steadiest. */
  int place() {
    return place;
  }
}
