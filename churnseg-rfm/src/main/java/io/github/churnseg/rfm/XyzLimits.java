package io.github.churnseg.rfm;

/**
 * Where X ends and Y ends.
 *
 * @param x the greatest variation of X
 * @param y the greatest variation of Y
 */
record XyzLimits(double x, double y) {

  XyzLimits {
    if (!(0 <= x && x < y)) {
      throw new IllegalArgumentException(
          "XYZ limits are variations with 0 <= x < y, seen x=" + x + ", y=" + y);
    }
  }

  XyzClass of(int orders, double variation) {
    if (orders == 1) {
      return XyzClass.SINGLE_PURCHASE;
    }
    if (variation <= x) {
      return XyzClass.X;
    }
    // An unknown variation compares as false, and is Z.
    return variation <= y ? XyzClass.Y : XyzClass.Z;
  }
}
