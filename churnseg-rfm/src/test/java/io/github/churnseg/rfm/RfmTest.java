package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfmTest {

  private static final Transactions LOG =
      Transactions.from(
          List.of(
              Logs.line("gone", "0", "2026-01-01T12:00", -3.00),
              Logs.line("a", "1", "2026-01-10T09:00", 0.10),
              Logs.line("a", "1", "2026-01-10T09:00", 0.05),
              Logs.line("a", "2", "2026-01-10T18:00", 0.20),
              Logs.line("a", "3", "2026-02-10T00:00", 0.05),
              Logs.line("a", "4", "2026-03-01T00:00", -0.10),
              Logs.line("b", "5", "2026-02-27T23:59", 0.10),
              Logs.line("later", "6", "2026-04-02T10:00", 9.00)));

  private static final Transactions CUT = LOG.asOf(LocalDate.of(2026, 4, 1));

  @ParameterizedTest
  @CsvSource({"ORDERS, 3, 1", "DAYS, 2, 1", "LINES, 4, 1", "REPEAT_DAYS, 1, 0"})
  void countsWhatItIsToldTo(Frequency frequency, int ofA, int ofB) {
    RfmTable rfm = Rfm.withDefaults().frequency(frequency).extract(CUT);
    assertThat(rfm.numeric("frequency")).containsExactly(ofA, ofB);
    assertThat(rfm.convention().frequency()).isEqualTo(frequency);
  }

  @Test
  void recencyIsWholeDaysOfTwentyFourHours() {
    RfmTable rfm = Rfm.withDefaults().extract(CUT);
    assertThat(rfm.numeric("recency")).containsExactly(50, 32);
    RfmTable later = Rfm.withDefaults().extract(LOG.asOf(LocalDateTime.parse("2026-04-01T23:58")));
    assertThat(later.numeric("recency")).containsExactly(50, 32);
    RfmTable still = Rfm.withDefaults().extract(LOG.asOf(LocalDateTime.parse("2026-04-01T23:59")));
    assertThat(still.numeric("recency")).containsExactly(50, 33);
  }

  @Test
  void aReturnLowersTheMoneyAndNothingElse() {
    RfmTable rfm = Rfm.withDefaults().extract(CUT);
    assertThat(rfm.numeric("monetary")).containsExactly(0.30, 0.10);
  }

  @Test
  void equalMeansAreEqualBitForBit() {
    RfmTable rfm = Rfm.withDefaults().monetary(Monetary.MEAN_PER_ORDER).extract(CUT);
    assertThat(rfm.numeric("monetary")).containsExactly(0.10, 0.10);
  }

  @Test
  void whoOnlyReturnedIsLeftOutAndCountedAndWhoCameLaterIsNot() {
    RfmTable rfm = Rfm.withDefaults().extract(CUT);
    assertThat(rfm.size()).isEqualTo(2);
    assertThat(rfm.withoutPurchase()).isEqualTo(1);
    assertThat(rfm.rowOf("gone")).isEmpty();
    assertThat(rfm.rowOf("later")).isEmpty();
    assertThat(rfm.rowOf("never")).isEmpty();
    assertThat(rfm.rowOf("b")).hasValue(1);
    assertThat(rfm.id(0)).isEqualTo("a");
  }

  @Test
  void withoutACutTheLastLineIsTheAsOfMoment() {
    RfmTable rfm = Rfm.withDefaults().extract(LOG);
    assertThat(rfm.asOf()).contains(LocalDateTime.parse("2026-04-02T10:00"));
    assertThat(rfm.recency(rfm.rowOf("later").orElseThrow())).isZero();
  }

  @Test
  void printsItsHeadAndItsConvention() {
    assertThat(Rfm.withDefaults().extract(CUT).toString())
        .isEqualTo(
            """
            customer  recency  frequency  monetary
            a              50          3      0.30
            b              32          1      0.10
            2 customers in all
            as of 2026-04-01T00:00: R = whole days since the last purchase, F = orders, M = total spent
            left out: 1 with returns only
            """);
  }

  @Test
  void aLogWithoutPurchasesGivesAnEmptyTable() {
    Transactions none = LOG.asOf(LocalDate.of(2026, 1, 5));
    RfmTable rfm = Rfm.withDefaults().frequency(Frequency.DAYS).extract(none);
    assertThat(rfm.size()).isZero();
    assertThat(rfm.toTable().rowCount()).isZero();
    assertThatThrownBy(() -> RfmSegments.quintiles().fit(rfm))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no customers to segment");
  }

  @Test
  void withersLeaveThePlanAlone() {
    Rfm plan = Rfm.withDefaults();
    plan.frequency(Frequency.LINES).monetary(Monetary.MEAN_PER_ORDER);
    assertThat(plan.extract(CUT).convention())
        .isEqualTo(RfmConvention.asOf(LocalDate.of(2026, 4, 1)));
  }

  @Test
  void theConventionSaysItInWords() {
    assertThat(
            RfmConvention.undated()
                .frequency(Frequency.REPEAT_DAYS)
                .monetary(Monetary.MEAN_PER_ORDER))
        .hasToString(
            "as of an unstated date: R = whole days since the last purchase, F = repeat days, "
                + "M = mean per order");
    assertThat(RfmConvention.undated().frequency(Frequency.LINES).toString())
        .contains("F = order lines");
  }
}
