package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.contract.KeptModels;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentModel;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that were saved by the releases give what they gave then. */
class KeptModelsTest {

  private static final Transactions LOG = log();

  @Test
  void loadsRfmSegments() throws IOException {
    RfmTable rfm = Rfm.withDefaults().extract(LOG);
    KeptModels.check(
        "rfm-segments",
        () ->
            RfmSegments.quintiles()
                .map(SegmentMap.recencyFrequency().describe("Champions", "Ours.", "Thank them."))
                .fit(rfm),
        RfmSegmentModel.class,
        model -> says(model, model.assign(rfm)) + model.scores(rfm).toTable().printAll());
  }

  @Test
  void loadsAbcXyz() throws IOException {
    DemandTable demand = Demand.withDefaults().extract(LOG);
    KeptModels.check(
        "abc-xyz",
        () -> AbcXyz.withDefaults().fit(demand),
        AbcXyzModel.class,
        model -> says(model, model.assign(demand)));
  }

  @Test
  void extractorsAreEqualWhereTheySayTheSame() {
    assertThat(Rfm.withDefaults().frequency(Frequency.DAYS))
        .isEqualTo(Rfm.withDefaults().frequency(Frequency.DAYS))
        .isNotEqualTo(Rfm.withDefaults())
        .hasSameHashCodeAs(Rfm.withDefaults().frequency(Frequency.DAYS));
  }

  private static String says(SegmentModel<?> model, Assignments assigned) {
    return IntStream.range(0, assigned.size())
            .mapToObj(row -> assigned.label(row).name())
            .collect(Collectors.joining(", "))
        + "\n"
        + model.report();
  }

  private static Transactions log() {
    SplittableRandom random = new SplittableRandom(7);
    LocalDateTime start = LocalDateTime.of(2026, 1, 1, 12, 0);
    List<Purchase> purchases = new ArrayList<>();
    for (int order = 0; order < 120; order++) {
      int customer = (int) (30 * random.nextDouble() * random.nextDouble());
      purchases.add(
          Purchase.of(
              "c" + customer,
              "o" + order,
              start.plusDays(random.nextInt(200)),
              random.nextInt(100, 9000) / 100.0));
    }
    return Transactions.from(purchases);
  }
}
