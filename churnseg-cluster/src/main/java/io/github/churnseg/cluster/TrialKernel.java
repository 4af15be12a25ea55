package io.github.churnseg.cluster;

/**
 * One kernel until another has become faster. Both choose the same centres, so that the time they
 * take shows in no result.
 */
final class TrialKernel implements Kernel {

  private final Kernel usual;
  private final Kernel other;
  private final Trial trial;

  TrialKernel(Kernel usual, Kernel other, Trial trial) {
    this.usual = usual;
    this.other = other;
    this.trial = trial;
  }

  @Override
  public void nearest(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    boolean suits = other.suits(columns.length, count, candidateCount);
    if (suits && !trial.isWon() && trial.isDue()) {
      tryBoth(columns, count, centres, candidates, candidateCount, found);
      return;
    }
    Kernel kernel = suits && trial.isWon() ? other : usual;
    kernel.nearest(columns, count, centres, candidates, candidateCount, found);
  }

  private void tryBoth(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    long start = System.nanoTime();
    usual.nearest(columns, count, centres, candidates, candidateCount, found);
    long time = System.nanoTime() - start;
    for (int turn = 0; turn < Trial.TURNS; turn++) {
      start = System.nanoTime();
      other.nearest(columns, count, centres, candidates, candidateCount, found);
    }
    trial.tell(time, System.nanoTime() - start);
  }

  /** In few dimensions the other is soon the faster one. */
  @Override
  public long nearerToSecond(
      double[][] columns,
      int from,
      int count,
      double[] first,
      double[] second,
      double error,
      Found found) {
    return other.nearerToSecond(columns, from, count, first, second, error, found);
  }
}
