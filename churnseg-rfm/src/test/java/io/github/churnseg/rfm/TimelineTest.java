package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Segmentation;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final SegmentLabel ONE = new SegmentLabel("one order");
  private static final SegmentLabel MORE = new SegmentLabel("more");
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final Transactions log =
      Transactions.from(
              List.of(
                  line("a", "1", "2026-01-10T10:00", 10),
                  line("b", "2", "2026-01-20T10:00", 10),
                  line("a", "3", "2026-02-01T00:00", 10),
                  line("a", "3", "2026-02-01T00:00", 10),
                  line("b", "4", "2026-02-20T10:00", -10),
                  line("a", "5", "2026-03-20T10:00", 10),
                  line("c", "6", "2026-03-20T10:00", 10),
                  line("a", "7", "2026-04-20T10:00", 10)))
          .asOf(LocalDate.of(2026, 4, 1));

  @Test
  void segmentsAreThoseOfEachMonthsEnd() {
    TimelineTable timeline = Timeline.monthly(TimelineTest::byOrders).of(log);

    assertThat(timeline.months()).containsExactly(JANUARY, FEBRUARY, MARCH);
    assertThat(timeline.segments()).containsExactly(MORE, ONE);
    // Customer a orders again in the very first moment of February: not yet in January.
    assertThat(timeline.customers(JANUARY, ONE)).isEqualTo(2);
    assertThat(timeline.customers(JANUARY, MORE)).isZero();
    assertThat(timeline.customers(FEBRUARY, MORE)).isEqualTo(1);
    assertThat(timeline.customers(MARCH, ONE)).isEqualTo(2);
    assertThat(timeline.byTodaysSegments()).isFalse();
  }

  @Test
  void countsBuyersAndOrdersOfTheMonth() {
    TimelineTable timeline = Timeline.monthly(TimelineTest::byOrders).of(log);

    assertThat(timeline.orders(JANUARY, ONE)).isEqualTo(2);
    assertThat(timeline.orders(FEBRUARY, MORE)).isEqualTo(1);
    assertThat(timeline.buyers(FEBRUARY, ONE)).isZero();
    assertThat(timeline.orders(FEBRUARY, ONE)).isZero();
    assertThat(timeline.buyers(MARCH, MORE)).isEqualTo(1);
    assertThat(timeline.buyers(MARCH, ONE)).isEqualTo(1);
  }

  @Test
  void looksAheadOnlyWhenAskedByName() {
    TimelineTable timeline = Timeline.monthly(TimelineTest::byOrders).byTodaysSegments().of(log);

    assertThat(timeline.customers(JANUARY, MORE)).isEqualTo(1);
    assertThat(timeline.customers(JANUARY, ONE)).isEqualTo(1);
    assertThat(timeline.orders(JANUARY, MORE)).isEqualTo(1);
    assertThat(timeline.byTodaysSegments()).isTrue();
    assertThat(timeline.toString())
        .contains("by the segments of today, which looks ahead: 2026-04-01T00:00");
  }

  @Test
  void takesTheSegmentsOfAModel() {
    var model =
        Segmentation.builder()
            .features(Demand.withDefaults())
            .segmentBy("value", AbcXyz.withDefaults())
            .build()
            .fit(log);

    TimelineTable timeline = Timeline.monthly(model, "value").of(log);

    assertThat(timeline.segments()).hasSize(12);
    assertThat(timeline.customers(MARCH, new SegmentLabel("AX"))).isEqualTo(1);
  }

  @Test
  void marksAMonthObservedInPart() {
    TimelineTable timeline =
        Timeline.monthly(TimelineTest::byOrders).of(log.asOf(LocalDate.of(2026, 3, 21)));

    assertThat(timeline.observation(MARCH)).isEqualTo(Observation.PARTIAL);
    assertThat(timeline.observation(FEBRUARY)).isEqualTo(Observation.WHOLE);
    assertThat(timeline)
        .hasToString(
            """
            1 more, 2 one order
            by the segments of each month's end

            customers at the month's end
               month  all  1  2
             2026-01    2  0  2
             2026-02    2  1  1
            ≥2026-03    3  1  2

            orders in the month
               month  all  1  2
             2026-01    2  0  2
             2026-02    1  1  0
            ≥2026-03    2  1  1
            ≥: observed up to 2026-03-21T00:00 only
            """);
  }

  @Test
  void showsCustomersWithoutASegment() {
    TimelineTable timeline =
        Timeline.monthly(cut -> byOrders(cut.asOf(LocalDate.of(2026, 1, 15)))).of(log);

    assertThat(timeline.segments()).containsExactly(MORE, ONE, new SegmentLabel("(none)"));
    assertThat(timeline.customers(MARCH, new SegmentLabel("(none)"))).isEqualTo(2);
  }

  @Test
  void tabulatesMonthsAndSegments() {
    var table = Timeline.monthly(TimelineTest::byOrders).of(log).toTable();

    assertThat(table.columnNames())
        .containsExactly("month", "segment", "customers", "buyers", "orders", "observed");
    assertThat(table.rowCount()).isEqualTo(6);
    assertThat(table.intColumn("orders").sum()).isEqualTo(5);
  }

  @Test
  void aLogWithoutPurchasesHasNoMonths() {
    TimelineTable timeline =
        Timeline.monthly(TimelineTest::byOrders).of(log.asOf(LocalDate.of(2025, 1, 1)));

    assertThat(timeline.months()).isEmpty();
    assertThat(timeline).hasToString("no months: nothing was bought up to 2025-01-01T00:00\n");
  }

  @Test
  void refusesWhatItDoesNotHave() {
    TimelineTable timeline = Timeline.monthly(TimelineTest::byOrders).of(log);

    assertThatThrownBy(() -> timeline.customers(JANUARY, new SegmentLabel("x")))
        .hasMessage("no segment 'x'; there are [more, one order]");
    assertThatThrownBy(() -> timeline.customers(YearMonth.of(2026, 5), ONE))
        .hasMessage("no month 2026-05; there are [2026-01, 2026-02, 2026-03]");
  }

  @Test
  void refusesALogWithAnImpossibleSpan() {
    Transactions wrong =
        Transactions.from(
            List.of(line("a", "1", "1900-01-01T00:00", 1), line("a", "2", "2026-01-01T00:00", 1)));

    assertThatThrownBy(() -> Timeline.monthly(TimelineTest::byOrders).of(wrong))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the log spans 1513 months, 1900-01 to 2026-01, but at most 1200 can be told apart by"
                + " month; correct or leave out the lines with wrong dates");
    assertThatThrownBy(() -> Cohorts.monthly().of(wrong)).isInstanceOf(InvalidDataException.class);
  }

  private static Assignments byOrders(Transactions cut) {
    DemandTable demand = Demand.withDefaults().extract(cut);
    return new Assignments(
        demand,
        List.of(MORE, ONE),
        IntStream.range(0, demand.size()).map(row -> demand.orders(row) > 1 ? 0 : 1).toArray());
  }

  private static Purchase line(String customer, String order, String time, double amount) {
    return Purchase.of(customer, order, LocalDateTime.parse(time), amount);
  }
}
