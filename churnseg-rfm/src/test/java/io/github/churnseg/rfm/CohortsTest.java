package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortsTest {

  private static final YearMonth JANUARY = YearMonth.of(2018, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2018, 2);

  private final Transactions log =
      Transactions.from(
          List.of(
              line("ann", "a1", "2018-01-05T10:00", 10),
              line("ann", "a2", "2018-01-20T10:00", 10),
              line("ann", "a3", "2018-03-01T00:00", 10),
              line("ann", "a3", "2018-03-01T00:00", 5),
              line("bob", "b1", "2018-01-31T23:59", 10),
              line("bob", "b2", "2018-02-10T10:00", -10),
              line("cyd", "c1", "2018-02-28T10:00", 10),
              line("cyd", "c2", "2018-03-02T10:00", 10),
              line("dan", "d1", "2018-02-02T10:00", -3)));

  // The month pairs of 2016-09 to 2018-10 for which floor(days / 30) is not the difference of
  // calendar months, as counted in the reference project.
  @ParameterizedTest
  @CsvSource({
    "2017-01, 2017-03, 2",
    "2018-01, 2018-03, 2",
    "2017-02, 2017-03, 1",
    "2018-02, 2018-03, 1",
    "2017-02, 2017-04, 2",
    "2018-02, 2018-04, 2",
    "2017-02, 2017-05, 3",
    "2018-02, 2018-05, 3"
  })
  void countsCalendarMonthsWhereDaysByThirtyGoWrong(
      YearMonth first, YearMonth later, int monthsSince) {
    CohortTable cohorts =
        Cohorts.monthly()
            .of(
                Transactions.from(
                    List.of(
                        Purchase.of("c", "1", first.atDay(3).atStartOfDay(), 1),
                        Purchase.of("c", "2", later.atDay(2).atStartOfDay(), 1))));

    assertThat(cohorts.customers(first, monthsSince)).hasValue(1);
    assertThat(cohorts.customers(first, monthsSince - 1)).hasValue(monthsSince == 1 ? 1 : 0);
  }

  @Test
  void countsDistinctCustomersPerMonth() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 4, 1)));

    assertThat(cohorts.cohorts()).containsExactly(JANUARY, FEBRUARY, YearMonth.of(2018, 3));
    assertThat(cohorts.size(JANUARY)).isEqualTo(2);
    assertThat(cohorts.customers(JANUARY, 0)).hasValue(2);
    assertThat(cohorts.customers(JANUARY, 1)).hasValue(0);
    assertThat(cohorts.customers(JANUARY, 2)).hasValue(1);
    assertThat(cohorts.retention(JANUARY, 2)).hasValue(0.5);
    assertThat(cohorts.customers(FEBRUARY, 1)).hasValue(1);
    assertThat(cohorts.size(YearMonth.of(2018, 3))).isZero();
    assertThat(cohorts.retention(YearMonth.of(2018, 3), 0)).isEmpty();
  }

  @Test
  void returnsMakeNobodyActiveAndNobodyACustomer() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 4, 1)));

    assertThat(cohorts.customers()).isEqualTo(3);
    assertThat(cohorts.customers(JANUARY, 1)).hasValue(0);
  }

  @Test
  void marksMonthsAfterTheAsOfMomentAsNotYetObserved() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 4, 1)));

    assertThat(cohorts.observation(FEBRUARY, 1)).isEqualTo(Observation.WHOLE);
    assertThat(cohorts.observation(FEBRUARY, 2)).isEqualTo(Observation.NOT_YET);
    assertThat(cohorts.customers(FEBRUARY, 2)).isEmpty();
    assertThat(cohorts.retention(FEBRUARY, 2)).isEmpty();
    assertThat(cohorts.customers(FEBRUARY, 500)).isEmpty();
  }

  @Test
  void marksTheAsOfMonthAsPartlyObserved() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 3, 2)));

    assertThat(cohorts.observation(JANUARY, 1)).isEqualTo(Observation.WHOLE);
    assertThat(cohorts.observation(JANUARY, 2)).isEqualTo(Observation.PARTIAL);
    assertThat(cohorts.customers(JANUARY, 2)).hasValue(1);
    assertThat(cohorts.customers(FEBRUARY, 1)).hasValue(0);
    assertThat(cohorts.asOf()).isEqualTo(LocalDateTime.parse("2018-03-02T00:00"));
  }

  @Test
  void aMonthSeenOnlyAtItsFirstMomentIsNoColumnUnlessSomethingWasBought() {
    assertThat(Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 2, 1))).cohorts())
        .containsExactly(JANUARY);

    CohortTable atMidnight = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 3, 1)));
    assertThat(atMidnight.observation(JANUARY, 1)).isEqualTo(Observation.WHOLE);
    assertThat(atMidnight.observation(JANUARY, 2)).isEqualTo(Observation.PARTIAL);
    assertThat(atMidnight.customers(JANUARY, 2)).hasValue(1);
  }

  @Test
  void poolsRetentionOverCohortsObservedForLongEnough() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 4, 1)));

    assertThat(cohorts.retention(0)).hasValue(1);
    assertThat(cohorts.retention(1)).hasValue(1 / 3.0);
    assertThat(cohorts.retention(2)).hasValue(0.5);
    assertThat(cohorts.retention(3)).isEmpty();
  }

  @Test
  void saysWhichCohortsThereAre() {
    CohortTable cohorts = Cohorts.monthly().of(log);

    assertThatThrownBy(() -> cohorts.size(YearMonth.of(2017, 12)))
        .hasMessage("no cohort 2017-12; cohorts are 2018-01 to 2018-03");
    assertThatThrownBy(() -> cohorts.customers(JANUARY, -1))
        .hasMessage("months since the first purchase are 0 or more, seen -1");
    assertThatThrownBy(() -> cohorts.group("SP"))
        .hasMessage("these cohorts are not split; ask for Cohorts.monthly().by(attribute)");
  }

  @Test
  void tabulatesEveryCellAndLeavesTheUnknownMissing() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 4, 1)));

    var table = cohorts.toTable();
    assertThat(table.columnNames())
        .containsExactly("cohort", "month", "months_since", "customers", "retention", "observed");
    assertThat(table.rowCount()).isEqualTo(3 * 3);
    var unknown = table.where(table.stringColumn("observed").isEqualTo("NOT_YET"));
    assertThat(unknown.rowCount()).isEqualTo(3);
    assertThat(unknown.intColumn("customers").countMissing()).isEqualTo(3);

    var matrix = cohorts.retentionTable();
    assertThat(matrix.columnNames())
        .containsExactly("cohort", "customers", "month_0", "month_1", "month_2");
    assertThat(matrix.doubleColumn("month_2").get(0)).isEqualTo(0.5);
    assertThat(matrix.doubleColumn("month_2").isMissing(1)).isTrue();
  }

  @Test
  void aLogWithoutPurchasesHasNoCohorts() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2017, 1, 1)));

    assertThat(cohorts.cohorts()).isEmpty();
    assertThat(cohorts.customers()).isZero();
    assertThat(cohorts.retention(1)).isEmpty();
    assertThat(cohorts).hasToString("no cohorts: nothing was bought up to 2017-01-01T00:00\n");
    assertThat(cohorts.toTable().rowCount()).isZero();
  }

  private static Purchase line(String customer, String order, String time, double amount) {
    return Purchase.of(customer, order, LocalDateTime.parse(time), amount);
  }
}
