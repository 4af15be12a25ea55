package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures counted with Python's csv and sets from the same files. */
class OlistCohortsTest {

  private static final YearMonth NOVEMBER = YearMonth.of(2017, 11);

  private final Transactions log = Olist.orders();

  @Test
  void countsEachCustomerInOneCohort() {
    CohortTable cohorts = Cohorts.monthly().of(log);

    assertThat(cohorts.customers()).isEqualTo(23_823);
    assertThat(cohorts.cohorts().stream().mapToInt(cohorts::size).sum()).isEqualTo(23_823);
    assertThat(cohorts.size(YearMonth.of(2016, 11))).isZero();
    assertThat(cohorts.observation(NOVEMBER, 11)).isEqualTo(Observation.PARTIAL);
  }

  @Test
  void followsACohortToTheAsOfMonth() {
    CohortTable cohorts = Cohorts.monthly().of(log.asOf(LocalDate.of(2018, 9, 1)));

    assertThat(cohorts.customers()).isEqualTo(23_812);
    assertThat(
            IntStream.rangeClosed(0, 9)
                .map(since -> cohorts.customers(NOVEMBER, since).orElseThrow()))
        .containsExactly(1_822, 2, 4, 1, 1, 0, 1, 3, 2, 0);
    assertThat(cohorts.observation(NOVEMBER, 9)).isEqualTo(Observation.WHOLE);
    assertThat(cohorts.customers(NOVEMBER, 10)).isEmpty();
    assertThat(cohorts.retention(1)).hasValue(36 / (23_812 - 1_529.0));
  }

  @Test
  void splitsCohortsByState() {
    CohortTable cohorts =
        Cohorts.monthly().by("customer_state").of(log.asOf(LocalDate.of(2018, 9, 1)));

    assertThat(cohorts.groups()).hasSize(27).startsWith("SP", "RJ", "MG", "RS", "PR");
    assertThat(cohorts.group("SP").customers()).isEqualTo(10_004);
    assertThat(cohorts.group("RJ").customers()).isEqualTo(3_161);
    assertThat(
            IntStream.rangeClosed(0, 9)
                .map(since -> cohorts.group("SP").customers(NOVEMBER, since).orElseThrow()))
        .containsExactly(780, 1, 1, 0, 0, 0, 1, 1, 0, 0);
    assertThat(cohorts.groups().stream().mapToInt(state -> cohorts.group(state).customers()).sum())
        .isEqualTo(23_812);
    assertThat(cohorts.toString().lines())
        .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }
}
