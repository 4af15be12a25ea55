package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Segmentation;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbcXyzTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # revenues          | classes
          70 20 10            | A A B
          80 15 5             | A B C
          85 10 5             | A B C
          97 2 1              | A C C
          100                 | A
          50 50               | A A
          40 20 20 10 10      | A A A B B
          40 30 20 5 5        | A A A B B
          100 0 -5            | A C C
          0.8 0.1 0.05 0.05   | A B B B
          0.1 0.1 0.1 0.1     | A A A A
          5 20 70 5           | B A A B
          """)
  void theCustomerWhoCrossesALineBelongsAboveItAndEqualsCrossTogether(
      String revenues, String classes) {
    double[] revenue =
        Arrays.stream(revenues.split(" ")).mapToDouble(Double::parseDouble).toArray();

    AbcXyzModel model = AbcXyz.withDefaults().fit(table(revenue));

    assertThat(Arrays.stream(revenue).mapToObj(r -> model.abc(r).name()))
        .containsExactly(classes.split(" "));
  }

  @Test
  void drawsTheLinesWhereAsked() {
    AbcXyzModel model = AbcXyz.withDefaults().abcLimits(0.5, 0.7).fit(table(50, 20, 20, 10));

    assertThat(model.leastRevenue(AbcClass.A)).isEqualTo(50);
    assertThat(model.leastRevenue(AbcClass.B)).isEqualTo(20);
    assertThat(model.abc(19.99)).isEqualTo(AbcClass.C);
  }

  @ParameterizedTest
  @CsvSource({
    "1, NaN, SINGLE_PURCHASE",
    "1, 0, SINGLE_PURCHASE",
    "2, 0, X",
    "2, 0.5, X",
    "2, 0.500000001, Y",
    "5, 1, Y",
    "5, 1.000000001, Z",
    "5, Infinity, Z",
    "5, NaN, Z"
  })
  void classesVariationByLimitsThatBelongToTheSteadierSide(
      int orders, double variation, XyzClass expected) {
    assertThat(AbcXyz.withDefaults().fit(table(1)).xyz(orders, variation)).isEqualTo(expected);
  }

  @Test
  void crossesBothIntoTwelveSegments() {
    DemandTable demand =
        DemandTable.of(
            List.of("a", "b", "c", "d"),
            new double[] {80, 10, 9, 1},
            new int[] {3, 2, 1, 2},
            new double[] {0.2, 0.7, Double.NaN, 3},
            Variation.ORDER_TOTALS);

    AbcXyzModel model = AbcXyz.withDefaults().fit(demand);
    Assignments assigned = model.assign(demand);

    assertThat(model.labels())
        .extracting(SegmentLabel::name)
        .containsExactly(
            "AX",
            "AY",
            "AZ",
            "A Single Purchase",
            "BX",
            "BY",
            "BZ",
            "B Single Purchase",
            "CX",
            "CY",
            "CZ",
            "C Single Purchase");
    assertThat(IntStream.range(0, 4).mapToObj(row -> assigned.label(row).name()))
        .containsExactly("AX", "BY", "B Single Purchase", "CZ");
  }

  @Test
  void classesLaterCustomersByTheLinesThatWereLearnt() {
    AbcXyzModel model = AbcXyz.withDefaults().fit(table(80, 15, 5));

    Assignments later = model.assign(table(79.99, 80, 15, 1_000_000));

    assertThat(IntStream.range(0, 4).mapToObj(row -> later.label(row).name().substring(0, 1)))
        .containsExactly("B", "A", "B", "A");
  }

  @Test
  void explainsEverySegmentInEnglishAndRussian() {
    DemandTable demand = table(1);

    assertThat(AbcXyz.withDefaults().fit(demand).segments())
        .hasSize(12)
        .allSatisfy(segment -> assertThat(segment.description()).isNotEmpty())
        .allSatisfy(segment -> assertThat(segment.action()).isNotEmpty());
    assertThat(AbcXyz.withDefaults().in(Locale.forLanguageTag("ru")).fit(demand).segments().get(0))
        .isEqualTo(
            new Segment(
                "AX",
                "Приносят основную часть выручки, покупают стабильно.",
                "Удерживать: личное обслуживание, приоритет по наличию; их спрос можно"
                    + " планировать."));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AbcXyz.withDefaults().in(Locale.FRENCH))
        .withMessageContaining("no segment texts in 'fr'");
  }

  @Test
  void printsFiguresAndWhereTheLinesAre() {
    DemandTable demand =
        DemandTable.of(
            List.of("a", "b", "c", "d", "e"),
            new double[] {800, 80, 80, 45, -5},
            new int[] {4, 2, 1, 2, 1},
            new double[] {0.2, 0.7, Double.NaN, Double.NaN, Double.NaN},
            Variation.ORDER_TOTALS);

    assertThat(AbcXyz.withDefaults().fit(demand))
        .hasToString(
            """
            5 customers
            segment            customers    share  orders   revenue  of revenue  per order
            AX                         1   20.0 %       4    800.00      80.0 %     200.00
            AY                         1   20.0 %       2     80.00       8.0 %      40.00
            A Single Purchase          1   20.0 %       1     80.00       8.0 %      80.00
            CZ                         1   20.0 %       2     45.00       4.5 %      22.50
            C Single Purchase          1   20.0 %       1     -5.00      -0.5 %      -5.00
            all                        5  100.0 %      10  1,000.00     100.0 %     100.00
            XYZ by coefficient of variation of order totals: X <= 0.5 < Y <= 1 < Z
            A: asked for 80 % of revenue, have 95.5 %: from 80.00 up (2 have just that)
            A and B: asked for 95 % of revenue, have 95.5 %: from 80.00 up (2 have just that)
            without positive revenue, hence C: 1
            several orders but too few months to measure, hence Z: 1
            """);
  }

  @Test
  void tabulatesAllTwelveSegmentsAndBothLines() {
    var report = AbcXyz.withDefaults().fit(table(80, 15, 5)).report();

    assertThat(report.revenue()).isEqualTo(100);
    assertThat(report.toTable().rowCount()).isEqualTo(12);
    assertThat(report.toTable().columnNames())
        .containsExactly(
            "segment",
            "customers",
            "share",
            "orders",
            "revenue",
            "share_of_revenue",
            "mean_order_value",
            "description",
            "action");
    assertThat(report.toTable().intColumn("customers").sum()).isEqualTo(3);
    assertThat(report.abcTable().doubleColumn("least_revenue").asDoubleArray())
        .containsExactly(80, 15);
    assertThat(report.abcTable().doubleColumn("reached").asDoubleArray())
        .containsExactly(0.8, 0.95);
  }

  @Test
  void takesPartInASegmentation() {
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("a", "1", LocalDateTime.parse("2026-01-01T10:00"), 90),
                Purchase.of("a", "2", LocalDateTime.parse("2026-02-01T10:00"), 90),
                Purchase.of("b", "3", LocalDateTime.parse("2026-02-01T10:00"), 20)));

    var model =
        Segmentation.builder()
            .features(Demand.withDefaults())
            .segmentBy("value", AbcXyz.withDefaults())
            .build()
            .fit(log);

    assertThat(model.assign("value", log).of("a")).hasValue(new SegmentLabel("AX"));
    assertThat(model.assign("value", log).of("b")).hasValue(new SegmentLabel("B Single Purchase"));
  }

  @Test
  void refusesLimitsOutOfOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AbcXyz.withDefaults().abcLimits(80, 95))
        .withMessage("ABC limits are shares of revenue with 0 < a < b <= 1, seen a=80.0, b=95.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AbcXyz.withDefaults().abcLimits(0.9, 0.8))
        .withMessageContaining("seen a=0.9, b=0.8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AbcXyz.withDefaults().xyzLimits(0.5, Double.NaN))
        .withMessage("XYZ limits are variations with 0 <= x < y, seen x=0.5, y=NaN");
  }

  @Test
  void asksForLimitsWhereTheVariationIsMoney() {
    DemandTable inMoney = table(Variation.ORDER_DEVIATION, 5);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AbcXyz.withDefaults().fit(inMoney))
        .withMessageContaining("give xyzLimits(x, y) in the currency of the log");
    assertThat(AbcXyz.withDefaults().xyzLimits(10, 50).fit(inMoney).xyz(2, 49))
        .isEqualTo(XyzClass.Y);
  }

  @Test
  void refusesToAssignByAnotherMeasure() {
    AbcXyzModel model = AbcXyz.withDefaults().fit(table(5));

    assertThatThrownBy(() -> model.assign(table(Variation.MONTHLY_DEMAND, 5)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the model knows ORDER_TOTALS, these customers have MONTHLY_DEMAND; extract them with"
                + " Demand.withDefaults().variation(Variation.ORDER_TOTALS)");
  }

  @Test
  void refusesCustomersWithoutAnyRevenue() {
    assertThatThrownBy(() -> AbcXyz.withDefaults().fit(table(0, -5)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "none of 2 customers has a positive revenue, so there is nothing to divide into A, B,"
                + " C");
  }

  private static DemandTable table(double... revenue) {
    return table(Variation.ORDER_TOTALS, revenue);
  }

  private static DemandTable table(Variation measure, double... revenue) {
    List<String> ids =
        IntStream.range(0, revenue.length).mapToObj(i -> "c" + i).collect(Collectors.toList());
    int[] orders = new int[revenue.length];
    Arrays.fill(orders, 2);
    return DemandTable.of(ids, revenue, orders, new double[revenue.length], measure);
  }
}
