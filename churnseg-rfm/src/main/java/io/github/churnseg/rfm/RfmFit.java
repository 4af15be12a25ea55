package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.data.DataReport;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntToDoubleFunction;

/** The state of one {@link RfmSegments#fit}. */
final class RfmFit {

  private final RfmSegments plan;
  private final RfmTable rfm;
  private final Progress progress;
  private final SegmentMap map;

  RfmFit(RfmSegments plan, RfmTable rfm, Progress progress) {
    if (rfm.size() == 0) {
      throw new InvalidDataException(
          "no customers to segment; the log holds no purchase up to the as-of date");
    }
    this.plan = plan;
    this.rfm = rfm;
    this.progress = progress;
    this.map = plan.map();
  }

  RfmSegmentModel model() {
    stage("scores", 0);
    // The data report passes over the lines of the log, which takes as long as all the rest.
    CompletableFuture<Optional<DataReport>> data = CompletableFuture.supplyAsync(rfm::dataReport);
    CompletableFuture<Provenance> provenance =
        CompletableFuture.supplyAsync(() -> Provenance.of(plan.toString(), rfm));
    List<Cuts> cuts =
        Arrays.stream(Dimension.values())
            .parallel()
            .map(dimension -> plan.rules().of(dimension).fit(dimension, rfm))
            .toList();
    Scorer scorer = new Scorer(cuts.get(0), cuts.get(1), cuts.get(2));
    stage("scores", 0.5);
    short[] cellOfRow = scorer.cells(rfm);
    int[] customersOfCell = new int[scorer.grid().cells()];
    for (short cell : cellOfRow) {
      customersOfCell[cell]++;
    }
    double[] weighted = weighted(scorer.grid());
    FittedTiers tiers = tiers(weighted, customersOfCell);
    stage("report", 0);
    RfmScoring scoring = new RfmScoring(rfm.convention(), scorer, map, weighted, tiers);
    RfmSegmentReport report =
        new ReportBuilder(rfm, scoring, cellOfRow)
            .report(
                levels(scorer, customersOfCell),
                tiers.report(plan.weights(), weighted, customersOfCell),
                data.join());
    stage("report", 1);
    return new RfmSegmentModel(provenance.join(), scoring, report);
  }

  private void stage(String name, double done) {
    Interruption.check("RFM segmentation, at '" + name + "',");
    progress.update(name, done);
  }

  private double[] weighted(ScoreGrid grid) {
    double[] weighted = new double[grid.cells()];
    Arrays.setAll(
        weighted, cell -> plan.weights().mean(grid.rOf(cell), grid.fOf(cell), grid.mOf(cell)));
    return weighted;
  }

  /** Cuts the weighted scores of the customers, of which there are at most a thousand values. */
  private FittedTiers tiers(double[] weighted, int[] customersOfCell) {
    TreeMap<Integer, Double> scoreFrom = new TreeMap<>();
    TreeMap<Double, Integer> customersOfScore = new TreeMap<>();
    for (int cell = 0; cell < weighted.length; cell++) {
      if (customersOfCell[cell] > 0) {
        customersOfScore.merge(weighted[cell], customersOfCell[cell], Integer::sum);
      }
    }
    int place = 0;
    for (var entry : customersOfScore.entrySet()) {
      scoreFrom.put(place, entry.getKey());
      place += entry.getValue();
    }
    IntToDoubleFunction ascending = at -> scoreFrom.floorEntry(at).getValue();
    double[] cuts =
        plan.riskTiers().quantiles().stream()
            .mapToDouble(quantile -> Quantiles.at(quantile, rfm.size(), ascending))
            .toArray();
    return new FittedTiers(plan.riskTiers(), cuts, customersOfScore.lastKey());
  }

  private List<ScoreLevels> levels(Scorer scorer, int[] customersOfCell) {
    return Arrays.stream(Dimension.values())
        .map(dimension -> LevelCount.of(scorer, dimension, customersOfCell, rfm))
        .toList();
  }
}
