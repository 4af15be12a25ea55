package io.github.churnseg.cluster;

/**
 * One loop over a block of points, as far as one centre is concerned. Loops that follow one another
 * are called through this interface, so that each is compiled by itself: of many loops that are
 * compiled into one method the last ones are no longer turned into vector instructions, which takes
 * them several times as long. Which ones those are would depend on what was compiled first.
 */
@FunctionalInterface
interface Pass {

  /**
   * Does it.
   *
   * @param columns the points, from the start of each column on
   * @param count how many
   * @param centre the number of the centre
   */
  void run(double[][] columns, int count, int centre);

  /** Does one after the other. */
  static void all(Pass[] passes, double[][] columns, int count, int centre) {
    for (Pass pass : passes) {
      pass.run(columns, count, centre);
    }
  }
}
