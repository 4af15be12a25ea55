package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrialTest {

  @Test
  void isDueNowAndThen() {
    Trial trial = new Trial();
    for (int call = 1; call <= 3 * Trial.CALLS_A_TRIAL; call++) {
      assertThat(trial.isDue()).isEqualTo(call % Trial.CALLS_A_TRIAL == 0);
    }
  }

  @Test
  void isWonBySeveralWinsInSuccessionAndStaysSo() {
    Trial trial = new Trial();
    for (int win = 1; win < Trial.WINS; win++) {
      trial.tell(2, 1);
    }
    trial.tell(1, 1);
    for (int win = 1; win <= Trial.WINS; win++) {
      assertThat(trial.isWon()).isFalse();
      trial.tell(2, 1);
    }
    assertThat(trial.isWon()).isTrue();
    trial.tell(1, 2);
    assertThat(trial.isWon()).isTrue();
  }

  @Test
  void theKernelAsksTheOtherWhereItSuitsAndIsDueOrHasWon() {
    Trial trial = new Trial();
    Counted other = new Counted();
    Kernel kernel = new TrialKernel(new ScalarKernel(), other, trial);
    ask(kernel, 2, 2 * Trial.CALLS_A_TRIAL);
    assertThat(other.asked).isEqualTo(2 * Trial.TURNS);
    ask(kernel, 1, 2 * Trial.CALLS_A_TRIAL);
    assertThat(other.asked).isEqualTo(2 * Trial.TURNS);
    for (int win = 1; win <= Trial.WINS; win++) {
      trial.tell(2, 1);
    }
    ask(kernel, 2, 10);
    ask(kernel, 1, 10);
    assertThat(other.asked).isEqualTo(2 * Trial.TURNS + 10);
  }

  private static void ask(Kernel kernel, int dimensions, int times) {
    Kernel.Found found = new Kernel.Found(dimensions);
    for (int time = 0; time < times; time++) {
      kernel.nearest(found.block, 1, new double[1][dimensions], new int[] {0}, 1, found);
    }
  }

  /** Suits two dimensions only. */
  private static final class Counted implements Kernel {

    private final ScalarKernel scalar = new ScalarKernel();
    private int asked;

    @Override
    public boolean suits(int dimensions, int count, int candidateCount) {
      return dimensions == 2;
    }

    @Override
    public void nearest(
        double[][] columns,
        int count,
        double[][] centres,
        int[] candidates,
        int candidateCount,
        Found found) {
      asked++;
      scalar.nearest(columns, count, centres, candidates, candidateCount, found);
    }

    @Override
    public long nearerToSecond(
        double[][] columns,
        int from,
        int count,
        double[] first,
        double[] second,
        double error,
        Found found) {
      return scalar.nearerToSecond(columns, from, count, first, second, error, found);
    }
  }
}
