package io.github.churnseg.data;

/** Powers of ten that are exact. */
final class PowersOfTen {

  /** The largest exponent whose power fits a long. */
  static final int LONGEST = 18;

  private static final double[] DOUBLES = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long[] LONGS = new long[LONGEST + 1];

  static {
    LONGS[0] = 1;
    for (int exponent = 1; exponent <= LONGEST; exponent++) {
      LONGS[exponent] = LONGS[exponent - 1] * 10;
    }
  }

  private PowersOfTen() {}

  /** 10 to the power of 0 … 22, which a double holds exactly. */
  static double asDouble(int exponent) {
    return DOUBLES[exponent];
  }

  /** 10 to the power of 0 … 18. */
  static long asLong(int exponent) {
    return LONGS[exponent];
  }
}
