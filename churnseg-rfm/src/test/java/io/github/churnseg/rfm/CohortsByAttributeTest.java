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

class CohortsByAttributeTest {

  private static final YearMonth JANUARY = YearMonth.of(2018, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2018, 2);

  private final Transactions log =
      Transactions.from(
          List.of(
              line("ann", "a1", "2018-01-05T10:00", 10).with("state", "SP"),
              line("ann", "a2", "2018-01-20T10:00", 10).with("state", "SP"),
              line("ann", "a3", "2018-03-01T00:00", 10).with("state", "RJ"),
              line("ann", "a3", "2018-03-01T00:00", 5).with("state", "RJ"),
              line("bob", "b1", "2018-01-31T23:59", 10).with("state", "RJ"),
              line("bob", "b2", "2018-02-10T10:00", -10).with("state", "RJ"),
              line("cyd", "c1", "2018-02-28T10:00", 10),
              line("cyd", "c2", "2018-03-02T10:00", 10).with("state", "SP"),
              line("dan", "d1", "2018-02-02T10:00", -3).with("state", "SP")));

  @Test
  void groupsByTheValueAtTheFirstPurchase() {
    CohortTable cohorts = Cohorts.monthly().by("state").of(log.asOf(LocalDate.of(2018, 4, 1)));

    assertThat(cohorts.groups()).containsExactly(CohortTable.MISSING, "RJ", "SP");
    assertThat(cohorts.group("SP").customers(JANUARY, 2)).hasValue(1);
    assertThat(cohorts.group("RJ").customers(JANUARY, 2)).hasValue(0);
    assertThat(cohorts.group(CohortTable.MISSING).size(FEBRUARY)).isEqualTo(1);
    assertThat(cohorts.groups().stream().mapToInt(g -> cohorts.group(g).customers()).sum())
        .isEqualTo(cohorts.customers());
  }

  @Test
  void takesTheLeastOfSeveralValuesAtTheFirstPurchase() {
    CohortTable cohorts =
        Cohorts.monthly()
            .by("state")
            .of(
                Transactions.from(
                    List.of(
                        line("c", "1", "2018-01-01T10:00", 1),
                        line("c", "1", "2018-01-01T10:00", 1).with("state", "SP"),
                        line("c", "1", "2018-01-01T10:00", 1).with("state", "RJ"))));

    assertThat(cohorts.groups()).containsExactly("RJ");
  }

  @Test
  void printsATriangleWithBlanksForWhatIsNotYetKnown() {
    assertThat(Cohorts.monthly().by("state").of(log.asOf(LocalDate.of(2018, 3, 2))))
        .hasToString(
            """
            retention in % by months since the first purchase, as of 2018-03-02T00:00
            cohort   customers     1      2
            2018-01          2   0.0  ≥50.0
            2018-02          1  ≥0.0
            2018-03         ≥0
            all              3   0.0
            blank: not yet observed; ≥: that month was observed in part and may still grow;
            all: only cohorts observed for that long

            state      customers    1  2
            (missing)          1
            RJ                 1  0.0
            SP                 1  0.0
            """);
  }

  @Test
  void tabulatesEveryCellOfEveryGroup() {
    CohortTable cohorts = Cohorts.monthly().by("state").of(log.asOf(LocalDate.of(2018, 4, 1)));

    var table = cohorts.toTable();
    assertThat(table.columnNames())
        .containsExactly(
            "state", "cohort", "month", "months_since", "customers", "retention", "observed");
    assertThat(table.rowCount()).isEqualTo(3 * 3 * 3);
    var unknown = table.where(table.stringColumn("observed").isEqualTo("NOT_YET"));
    assertThat(unknown.rowCount()).isEqualTo(3 * 3);
    assertThat(unknown.intColumn("customers").countMissing()).isEqualTo(9);
  }

  @Test
  void saysWhichAttributesAndGroupsThereAre() {
    assertThatThrownBy(() -> Cohorts.monthly().by("stat").of(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no text attribute 'stat'; this log has [state]");
    CohortTable cohorts = Cohorts.monthly().by("state").of(log);
    assertThatThrownBy(() -> cohorts.group("MG"))
        .hasMessage("no customer has state 'MG'; there are [(missing), RJ, SP]");
  }

  private static Purchase line(String customer, String order, String time, double amount) {
    return Purchase.of(customer, order, LocalDateTime.parse(time), amount);
  }
}
