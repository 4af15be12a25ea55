package io.github.churnseg.rfm;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Cut points of one dimension, ascending, equal ones allowed. A value that equals a cut belongs to
 * the lower side of it; where low is best (recency) that is the better side.
 */
final class Cuts {

  private final Dimension dimension;
  private final double[] cuts;

  Cuts(Dimension dimension, double[] cuts) {
    this.dimension = dimension;
    this.cuts = cuts;
  }

  Dimension dimension() {
    return dimension;
  }

  int levels() {
    return cuts.length + 1;
  }

  List<Double> values() {
    return DoubleStream.of(cuts).boxed().toList();
  }

  /** The score of a value, 1 to {@link #levels()}, the greatest being the best. */
  int score(double value) {
    int below = 0;
    for (double cut : cuts) {
      below += cut < value ? 1 : 0; // counts all of them: where to stop could not be predicted
    }
    return dimension.lowIsBest() ? cuts.length + 1 - below : below + 1;
  }
}
