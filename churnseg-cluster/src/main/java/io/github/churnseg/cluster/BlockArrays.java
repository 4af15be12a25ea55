package io.github.churnseg.cluster;

/**
 * Arrays for what is known of a block of points, all of them made at a time. With their headers of
 * 16 bytes they are as long as whole lines of a cache, so that they begin alike against these:
 * where a loop reads one in whole vectors, it reads all of them so.
 */
final class BlockArrays {

  /**
   * Points a block. Not 254: places 4,096 bytes apart look like the same to a processor that
   * compares addresses by their last bits, and loops wait.
   */
  static final int LENGTH = 246;

  private BlockArrays() {}

  static double[][] of(int arrays) {
    return new double[arrays][LENGTH];
  }
}
