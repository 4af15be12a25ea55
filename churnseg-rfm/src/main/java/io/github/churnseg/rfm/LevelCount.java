package io.github.churnseg.rfm;

import java.util.ArrayList;
import java.util.List;

/** Counts the customers of each level and finds the value that makes levels collapse. */
final class LevelCount {

  private LevelCount() {}

  static ScoreLevels of(Scorer scorer, Dimension dimension, int[] customersOfCell, RfmTable rfm) {
    Cuts cuts = scorer.cuts(dimension);
    int[] customers = new int[cuts.levels()];
    for (int cell = 0; cell < customersOfCell.length; cell++) {
      customers[scorer.score(dimension, cell) - 1] += customersOfCell[cell];
    }
    List<Integer> ofLevel = new ArrayList<>();
    for (int count : customers) {
      ofLevel.add(count);
    }
    double tied = Double.NaN;
    int most = 0;
    List<Double> values = cuts.values();
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i).equals(values.get(i - 1)) && values.get(i) != tied) {
        int sharing = rfm.count(dimension, values.get(i));
        tied = sharing > most ? values.get(i) : tied;
        most = Math.max(most, sharing);
      }
    }
    return new ScoreLevels(dimension, values, ofLevel, tied, (double) most / rfm.size());
  }
}
