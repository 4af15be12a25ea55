package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BtydTest {

  private static final Transactions LOG =
      Transactions.from(
              List.of(
                  Logs.line("a", "1", "2026-01-10T09:00", 100.10),
                  Logs.line("b", "2", "2026-01-20T23:00", 7.00),
                  Logs.line("a", "3", "2026-01-10T18:00", 50.00),
                  Logs.line("a", "4", "2026-02-10T08:00", 29.73),
                  Logs.line("a", "5", "2026-03-10T08:00", 14.96),
                  Logs.line("a", "6", "2026-03-10T08:30", 10.00),
                  Logs.line("a", "6", "2026-03-11T08:00", -10.00),
                  Logs.line("c", "7", "2026-03-11T08:00", -5.00)))
          .asOf(LocalDate.of(2026, 4, 1));

  @Test
  void aDayWithTwoOrdersIsOneAndTheFirstDayIsNoRepeat() {
    BtydTable summary = Btyd.daily().extract(LOG);
    int row = summary.rowOf("a").orElseThrow();
    assertThat(summary.frequency(row)).isEqualTo(2);
    assertThat(summary.recency(row)).isEqualTo(59);
    assertThat(summary.age(row)).isEqualTo(81);
    assertThat(summary.monetary(row)).isEqualTo((29.73 + 14.96) / 2);
  }

  @Test
  void whoBoughtOnceHasNothingButAnAge() {
    BtydTable summary = Btyd.daily().extract(LOG);
    int row = summary.rowOf("b").orElseThrow();
    assertThat(summary.frequency(row)).isZero();
    assertThat(summary.recency(row)).isZero();
    assertThat(summary.age(row)).isEqualTo(71);
    assertThat(summary.monetary(row)).isZero();
  }

  @Test
  void whoOnlyReturnedIsLeftOut() {
    BtydTable summary = Btyd.daily().extract(LOG);
    assertThat(summary.size()).isEqualTo(2);
    assertThat(summary.rowOf("c")).isEmpty();
    assertThat(summary.rowOf("nobody")).isEmpty();
  }

  @Test
  void columnsAndTableAgree() {
    BtydTable summary = Btyd.daily().extract(LOG);
    assertThat(summary.numericColumns()).containsExactly("frequency", "recency", "T", "monetary");
    for (String column : summary.numericColumns()) {
      assertThat(summary.toTable().numberColumn(column).asDoubleArray())
          .isEqualTo(summary.numeric(column));
    }
    assertThatThrownBy(() -> summary.numeric("age"))
        .hasMessage("no numeric column 'age'; there are [frequency, recency, T, monetary]");
    assertThat(summary.asOf()).contains(LocalDate.of(2026, 4, 1).atStartOfDay());
    assertThat(summary.toString()).contains("2 customers in all", "as of 2026-04-01T00:00", "BTYD");
  }

  @Test
  void convertsToRfmAndBack() {
    BtydTable summary = Btyd.daily().extract(LOG);
    RfmTable rfm = summary.toRfm();
    assertThat(rfm.convention().frequency()).isEqualTo(Frequency.DAYS);
    assertThat(rfm.recency(0)).isEqualTo(22);
    assertThat(rfm.frequency(0)).isEqualTo(3);
    assertThat(rfm.monetary(0)).isEqualTo(194.79);
    BtydTable back = BtydTable.from(rfm, summary::age, row -> row == 0 ? 150.10 : 7.00);
    for (String column : summary.numericColumns()) {
      assertThat(back.numeric(column)).isEqualTo(summary.numeric(column));
    }
    assertThat(back.id(1)).isEqualTo("b");
  }

  @Test
  void ordersCannotBeConverted() {
    RfmTable rfm = Rfm.withDefaults().extract(LOG);
    assertThatThrownBy(() -> BtydTable.from(rfm, row -> 90, row -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("F = orders")
        .hasMessageContaining("only F = days or repeat days and M = total spent");
  }

  @Test
  void anAgeBelowTheRecencyIsRefused() {
    RfmTable rfm = Rfm.withDefaults().frequency(Frequency.REPEAT_DAYS).extract(LOG);
    assertThatThrownBy(() -> BtydTable.from(rfm, row -> 3, row -> 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("customer a last bought 21 days ago but is given an age of 3 days");
  }

  /**
   * Fader, Hardie and Lee (2005) calibrate on 39 weeks of the CDNOW sample; the repeat counts 1411,
   * 439, 214, 100, 62, 38, 29 and 64 of seven or more are those of the vignette of R's BTYD, whose
   * first customer has x = 2, t.x = 30.43 and T = 38.86 weeks; lifetimes gives 22.35 a repeat day.
   */
  @Test
  void summarizesCdnowAsTheLiteratureDoes() {
    BtydTable summary = Btyd.daily().extract(Cdnow.log().asOf(LocalDate.of(1997, 9, 30)));
    int[] repeats = new int[8];
    for (int row = 0; row < summary.size(); row++) {
      repeats[Math.min(7, summary.frequency(row))]++;
    }
    assertThat(summary.size()).isEqualTo(2357);
    assertThat(repeats).containsExactly(1411, 439, 214, 100, 62, 38, 29, 64);
    int first = summary.rowOf("0001").orElseThrow();
    assertThat(summary.frequency(first)).isEqualTo(2);
    assertThat(summary.recency(first) / 7.0).isCloseTo(30.43, within(0.005));
    assertThat(summary.age(first) / 7.0).isCloseTo(38.86, within(0.005));
    assertThat(summary.monetary(first)).isEqualTo(22.345);
  }

  @Test
  void cdnowHasDatesOnlySoBothConventionsAgree() {
    Transactions log = Cdnow.log().asOf(LocalDate.of(1997, 9, 30));
    RfmTable converted = Btyd.daily().extract(log).toRfm();
    RfmTable derived = Rfm.withDefaults().frequency(Frequency.DAYS).extract(log);
    for (String column : derived.numericColumns()) {
      assertThat(Arrays.equals(converted.numeric(column), derived.numeric(column))).isTrue();
    }
  }
}
