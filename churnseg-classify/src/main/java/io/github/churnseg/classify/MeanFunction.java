package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;
import java.util.Arrays;
import java.util.List;

/** The mean of several functions. */
final class MeanFunction implements ScoreFunction {

  private final List<ScoreFunction> members;

  MeanFunction(List<? extends ScoreFunction> members) {
    this.members = List.copyOf(members);
  }

  List<ScoreFunction> members() {
    return members;
  }

  @Override
  public int inputs() {
    return members.get(0).inputs();
  }

  @Override
  public int classes() {
    return members.get(0).classes();
  }

  @Override
  public Scorer scorer() {
    List<Scorer> scorers = members.stream().map(ScoreFunction::scorer).toList();
    return new MeanScorer(scorers.toArray(new Scorer[0]));
  }

  @Override
  public String toString() {
    return members.size() + " times " + members.get(0);
  }

  private static final class MeanScorer extends BaseScorer {

    private static final int BLOCK = 64;

    private final Scorer[] scorers;
    private final double[] some;

    MeanScorer(Scorer... scorers) {
      super(scorers[0].inputs(), scorers[0].classes());
      this.scorers = scorers;
      this.some = new double[BLOCK * classes()];
    }

    @Override
    void scoreFinite(double[] values, int from, int rows, double[] probabilities) {
      Arrays.fill(probabilities, 0, rows * classes(), 0);
      int first = inputs() == 0 ? 0 : from / inputs();
      for (int done = 0; done < rows; done += BLOCK) {
        int block = Math.min(BLOCK, rows - done);
        for (Scorer scorer : scorers) {
          scorer.score(values, first + done, block, some);
          for (int at = 0; at < block * classes(); at++) {
            probabilities[done * classes() + at] += some[at] / scorers.length;
          }
        }
      }
    }
  }
}
