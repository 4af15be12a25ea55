package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.data.FreePolicy;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.ReturnPolicy;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The UK gift shop as of 2011-12-10, purchases only. The expected numbers were computed with
 * Python's csv, decimal and NumPy (quantile and searchsorted), apart from this code.
 */
class OnlineRetailRfmTest {

  private static final Path FILE =
      Path.of("..", "..", "shared", "data", "online-retail", "online_retail.csv.gz");

  private static Transactions log;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(Files.exists(FILE), "skipped: the Online Retail data are not at " + FILE);
    log =
        Transactions.csv(
                FILE,
                c ->
                    c.customer("CustomerID")
                        .order("InvoiceNo")
                        .time("InvoiceDate")
                        .quantity("Quantity")
                        .price("UnitPrice")
                        .cancelledIf(invoice -> invoice.startsWith("C"))
                        .onMissingCustomer(MissingCustomerPolicy.DROP)
                        .onFree(FreePolicy.DROP)
                        .onReturn(ReturnPolicy.EXCLUDE))
            .asOf(LocalDate.of(2011, 12, 10));
  }

  private static RfmTable rfm() {
    return Rfm.withDefaults().extract(log);
  }

  @Test
  void countsAsPythonDoes() {
    RfmTable rfm = rfm();
    assertThat(rfm.size()).isEqualTo(4338);
    int row = rfm.rowOf("12347").orElseThrow();
    assertThat(rfm.recency(row)).isEqualTo(2);
    assertThat(rfm.frequency(row)).isEqualTo(7);
    assertThat(rfm.monetary(row)).isEqualTo(4310.00);
    assertThat(sum(Frequency.DAYS)).isEqualTo(16_763);
    assertThat(sum(Frequency.REPEAT_DAYS)).isEqualTo(16_763 - 4338);
    assertThat(sum(Frequency.LINES)).isEqualTo(397_884);
  }

  private static double sum(Frequency frequency) {
    return Arrays.stream(Rfm.withDefaults().frequency(frequency).extract(log).numeric("frequency"))
        .sum();
  }

  @Test
  void cutsAsNumPyDoes() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(rfm());
    assertThat(model.cuts(Dimension.RECENCY)).containsExactly(12.8, 32.0, 71.0, 179.0);
    assertThat(model.cuts(Dimension.FREQUENCY)).containsExactly(1.0, 2.0, 3.0, 6.0);
    assertThat(model.cuts(Dimension.MONETARY))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(250.194, 490.096, 942.276, 2058.426);
  }

  @Test
  void segmentsAndTiersAreThoseOfPython() {
    RfmSegmentReport report = RfmSegments.quintiles().fit(rfm()).report();
    assertThat(report.segments())
        .extracting(figures -> figures.segment().name() + " " + figures.customers())
        .containsExactly(
            "Champions 604",
            "Loyal 688",
            "Potential Loyalists 484",
            "New 67",
            "Promising 169",
            "Need Attention 121",
            "About To Sleep 478",
            "At Risk 357",
            "Can't Lose 35",
            "Hibernating 1335");
    SegmentFigures champions = report.segments().get(0);
    assertThat(champions.orders()).isEqualTo(OptionalLong.of(7771));
    assertThat(champions.revenue()).isCloseTo(4_303_871.89, within(0.005));
    assertThat(champions.revenueShare()).isCloseTo(4_303_871.89 / 8_911_407.904, within(1e-8));
    assertThat(champions.medianRecency()).isEqualTo(4);
    assertThat(champions.medianFrequency()).isEqualTo(8);
    assertThat(champions.medianMonetary()).isCloseTo(2692.11, within(0.005));
    assertThat(report.risk().tiers())
        .extracting(RiskReport.Tier::customers)
        .isEqualTo(List.of(1134, 2312, 892));
    assertThat(report.risk().tiers()).extracting(RiskReport.Tier::upTo).contains(1.9, 4.0);
    assertThat(report.warnings()).isEmpty();
    assertThat(report.toString().lines())
        .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }
}
