package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.Segmentation;
import io.github.churnseg.SegmentedModel;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class RfmSegmentReportTest {

  private static final Transactions LOG =
      Transactions.from(
              List.of(
                  Logs.line("a", "1", "2026-03-10T09:00", 10.00),
                  Logs.line("a", "2", "2026-03-11T09:00", 20.00),
                  Logs.line("a", "3", "2026-03-12T09:00", -6.00),
                  Logs.line("b", "4", "2026-03-01T09:00", 5.00),
                  Logs.line("b", "5", "2026-03-08T09:00", 6.00),
                  Logs.line("c", "6", "2025-03-01T09:00", 15.00),
                  Logs.line("x", "7", "2025-03-01T09:00", -1.00)))
          .asOf(LocalDate.of(2026, 3, 15));

  private static final RfmSegments PLAN =
      RfmSegments.quantiles(2)
          .thresholds(Dimension.RECENCY, 30)
          .thresholds(Dimension.FREQUENCY, 1)
          .map(SegmentMap.of(2, "Good: R2\nLoyal: R1 F2\nLost: R1 F1"));

  @Test
  void addsUpEachSegment() {
    RfmSegmentReport report = PLAN.fit(Rfm.withDefaults().extract(LOG)).report();
    SegmentFigures good = report.segments().get(0);
    assertThat(good.segment().name()).isEqualTo("Good");
    assertThat(good.customers()).isEqualTo(2);
    assertThat(good.orders()).isEqualTo(OptionalLong.of(4));
    assertThat(good.revenue()).isEqualTo(35);
    assertThat(good.revenueShare()).isEqualTo(0.7);
    assertThat(good.meanOrderValue()).isEqualTo(8.75);
    assertThat(good.medianRecency()).isEqualTo(4.5);
    assertThat(good.medianFrequency()).isEqualTo(2);
    assertThat(good.medianMonetary()).isEqualTo(17.5);
    assertThat(report.withoutPurchase()).isEqualTo(1);
    assertThat(report.customers()).isEqualTo(3);
  }

  @Test
  void aSegmentWithoutCustomersHasNoMedian() {
    RfmSegmentReport report = PLAN.fit(Rfm.withDefaults().extract(LOG)).report();
    SegmentFigures loyal = report.segments().get(1);
    assertThat(loyal.customers()).isZero();
    assertThat(loyal.medianRecency()).isNaN();
    assertThat(loyal.meanOrderValue()).isNaN();
  }

  @Test
  void moneyAndOrdersDoNotDependOnWhatFAndMAre() {
    RfmTable other =
        Rfm.withDefaults()
            .frequency(Frequency.LINES)
            .monetary(Monetary.MEAN_PER_ORDER)
            .extract(LOG);
    SegmentFigures good = PLAN.fit(other).report().segments().get(0);
    assertThat(good.orders()).isEqualTo(OptionalLong.of(4));
    assertThat(good.revenue()).isEqualTo(35);
    assertThat(good.medianMonetary()).isEqualTo((12 + 5.5) / 2);
  }

  @Test
  void whatATableDoesNotSayStaysOpen() {
    RfmConvention days =
        RfmConvention.undated().frequency(Frequency.DAYS).monetary(Monetary.MEAN_PER_ORDER);
    RfmTable given = RfmTable.of(List.of("a"), new int[1], new int[] {2}, new double[] {3}, days);
    RfmSegmentReport report = PLAN.fit(given).report();
    assertThat(report.segments().get(0).orders()).isEmpty();
    assertThat(report.segments().get(0).revenue()).isNaN();
    assertThat(report.toTable().longColumn("orders").isMissing(0)).isTrue();
    assertThat(report.toString()).doesNotContain("NaN").contains("as of an unstated date");
    RfmTable meanPerOrder =
        RfmTable.of(
            List.of("a"),
            new int[1],
            new int[] {2},
            new double[] {3},
            RfmConvention.undated().monetary(Monetary.MEAN_PER_ORDER));
    assertThat(PLAN.fit(meanPerOrder).report().segments().get(0).revenue()).isEqualTo(6);
  }

  @Test
  void tableHasARowASegment() {
    Table table = PLAN.fit(Rfm.withDefaults().extract(LOG)).report().toTable();
    assertThat(table.columnNames())
        .containsExactly(
            "segment",
            "customers",
            "share",
            "orders",
            "revenue",
            "revenue_share",
            "mean_order_value",
            "median_recency",
            "median_frequency",
            "median_monetary",
            "description",
            "action");
    assertThat(table.stringColumn("segment").asList()).containsExactly("Good", "Loyal", "Lost");
  }

  @Test
  void printsFiguresWarningsCutsRiskAndActions() {
    String text = PLAN.fit(Rfm.withDefaults().extract(LOG)).report().toString();
    assertThat(text)
        .startsWith(
            """
            3 customers as of 2026-03-15T00:00: R = whole days since the last purchase, F = orders, M = total
              spent; left out 1 with returns only
            segment  customers  share  orders  revenue  share  an order    R  F      M
            Good             2  66.7%       4    35.00  70.0%      8.75  4.5  2  17.50
            Lost             1  33.3%       1    15.00  30.0%     15.00  378  1  15.00
            no customers: Loyal
            R, F, M: medians
            ! only 3 customers for 2 levels; the cut points are a matter of chance below 20
            cut points: R 30 | F 1 | M 15

            risk    weighted score  asked  actual  customers
            """)
        .contains(
            "\nweighted score = 0.5 R + 0.3 F + 0.2 M\n",
            "\nLost: Lowest in everything: bought little, and long ago. Spend next to nothing;")
        .contains(LOG.report().toString().lines().findFirst().orElseThrow());
    assertThat(text).doesNotContain("Good:");
  }

  @Test
  void aMapOfCodesPrintsItsFirstThirty() {
    RfmTable rfm = Rfm.withDefaults().extract(Logs.shop(500, 1));
    String text = RfmSegments.quantiles(10).fit(rfm).report().toString();
    assertThat(text).contains("segments in all").doesNotContain("no customers:");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void russianTextsFitTheWidthToo() {
    RfmTable rfm = Rfm.withDefaults().extract(Logs.shop(500, 1));
    SegmentMap russian = SegmentMap.codeList().in(Locale.forLanguageTag("ru"));
    String text = RfmSegments.quintiles().map(russian).fit(rfm).report().toString();
    assertThat(text).contains("Чемпионы");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void largeMoneyIsPrintedInMillions() {
    assertThat(RfmText.brief(123_456_789.0)).isEqualTo("123.5M");
    assertThat(RfmText.brief(-1234.6)).isEqualTo("-1,235");
    assertThat(RfmText.number(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    assertThat(RfmText.number(Double.NaN)).isEmpty();
  }

  @Test
  void aSegmentationFitsAssignsAndReports() {
    Transactions log = Logs.shop(300, 5);
    SegmentedModel<Transactions, RfmTable> model =
        Segmentation.builder()
            .features(Rfm.withDefaults())
            .segmentBy("value", RfmSegments.quintiles())
            .segmentBy("money", RfmSegments.quintiles().map(SegmentMap.recencyValue()))
            .build()
            .fit(log);
    assertThat(model.names()).containsExactly("value", "money");
    assertThat(model.assign("value", log).size()).isEqualTo(300);
    assertThat(model.report().of("money")).isInstanceOf(RfmSegmentReport.class);
    assertThat(model.report().toString())
        .contains("\n== value ==\n300 customers as of 2026-07-01")
        .contains("\n== money ==\n300 customers")
        .containsOnlyOnce("the log\n");
    // on its own it tells of the data
    assertThat(model.report().of("money").toString()).containsOnlyOnce("the log\n");
  }
}
