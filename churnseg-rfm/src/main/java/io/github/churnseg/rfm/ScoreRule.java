package io.github.churnseg.rfm;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How the cut points of a dimension come about. */
sealed interface ScoreRule {

  int levels();

  Cuts fit(Dimension dimension, RfmTable rfm);

  /** So that each level holds the same number of customers, as far as ties allow. */
  record Quantile(int levels) implements ScoreRule {

    public Quantile {
      if (levels < 2 || levels > 10) {
        throw new IllegalArgumentException(
            "a dimension has 2 to 10 levels, seen " + levels + "; choose a number in between");
      }
    }

    @Override
    public String toString() {
      return "in " + levels + " levels";
    }

    @Override
    public Cuts fit(Dimension dimension, RfmTable rfm) {
      IntToDoubleFunction ascending = rfm.ascending(dimension);
      double[] cuts = new double[levels - 1];
      for (int i = 0; i < cuts.length; i++) {
        cuts[i] = Quantiles.at(i + 1, levels, rfm.size(), ascending);
      }
      return new Cuts(dimension, cuts);
    }
  }

  /** At values that somebody chose. */
  record Threshold(List<Double> cuts) implements ScoreRule {

    public Threshold {
      cuts = List.copyOf(cuts);
      if (cuts.isEmpty() || cuts.size() > 9) {
        throw new IllegalArgumentException(
            "a dimension has 1 to 9 cut points, seen " + cuts.size() + ": " + cuts);
      }
      for (int i = 0; i < cuts.size(); i++) {
        if (!Double.isFinite(cuts.get(i)) || (i > 0 && cuts.get(i) <= cuts.get(i - 1))) {
          throw new IllegalArgumentException(
              "cut points must be finite and ascend, seen " + cuts + "; sort them, drop repeats");
        }
      }
    }

    @Override
    public int levels() {
      return cuts.size() + 1;
    }

    @Override
    public String toString() {
      return "cut at " + cuts;
    }

    @Override
    public Cuts fit(Dimension dimension, RfmTable rfm) {
      return new Cuts(dimension, cuts.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
