package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.model.SegmentLabel;
import java.util.Arrays;
import java.util.List;

/** All that scoring a customer needs: the result of each of at most a thousand cells, made once. */
final class RfmScoring {

  private final RfmConvention convention;
  private final Scorer scorer;
  private final SegmentMap map;
  private final double[] weighted;
  private final FittedTiers tiers;
  private final RfmScore[] scoreOfCell;
  private final int[] segmentOfCell;
  private final List<SegmentLabel> labels;

  RfmScoring(
      RfmConvention convention,
      Scorer scorer,
      SegmentMap map,
      double[] weighted,
      FittedTiers tiers) {
    this.convention = convention;
    this.scorer = scorer;
    this.map = map;
    this.weighted = weighted;
    this.tiers = tiers;
    this.labels = map.names().stream().map(SegmentLabel::new).toList();
    ScoreGrid grid = scorer.grid();
    this.scoreOfCell = new RfmScore[grid.cells()];
    this.segmentOfCell = new int[grid.cells()];
    for (int cell = 0; cell < grid.cells(); cell++) {
      int r = grid.rOf(cell);
      int f = grid.fOf(cell);
      int m = grid.mOf(cell);
      segmentOfCell[cell] = map.index(r, f, m);
      String segment = map.names().get(segmentOfCell[cell]);
      scoreOfCell[cell] =
          new RfmScore(
              r, f, m, grid.code(cell), segment, weighted[cell], tiers.name(weighted[cell]));
    }
  }

  RfmConvention convention() {
    return convention;
  }

  /** The weighted score of each cell; not to be changed. */
  double[] weighted() {
    return weighted;
  }

  FittedTiers tiers() {
    return tiers;
  }

  /** Whether both score any customer alike. */
  boolean sameAs(RfmScoring other) {
    return convention.equals(other.convention)
        && Arrays.stream(Dimension.values())
            .allMatch(d -> cuts(d).values().equals(other.cuts(d).values()))
        && map.equals(other.map)
        && Arrays.equals(weighted, other.weighted)
        && Arrays.equals(scoreOfCell, other.scoreOfCell);
  }

  Cuts cuts(Dimension dimension) {
    return scorer.cuts(dimension);
  }

  SegmentMap map() {
    return map;
  }

  List<SegmentLabel> labels() {
    return labels;
  }

  RfmScore score(int cell) {
    return scoreOfCell[cell];
  }

  int segment(int cell) {
    return segmentOfCell[cell];
  }

  int cell(double days, double purchases, double money) {
    return scorer.cell(days, purchases, money);
  }

  short[] cells(RfmTable rfm) {
    if (!rfm.convention().comparableWith(convention)) {
      throw new InvalidDataException(
          "the model was learnt "
              + convention
              + "; these customers are "
              + rfm.convention()
              + "; extract them with the model's F and M");
    }
    return scorer.cells(rfm);
  }
}
