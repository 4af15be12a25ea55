package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

  private static final Transactions LOG =
      Transactions.from(
          List.of(
              Purchase.of("a", "1", LocalDateTime.parse("2026-03-01T10:00"), 2.50),
              Purchase.of("b", "2", LocalDateTime.parse("2026-03-02T00:00"), 1.25),
              Purchase.of("a", "1", LocalDateTime.parse("2026-03-02T00:01"), 1.00)));

  @Test
  void asOfKeepsWhatWasKnownWhenTheDateBegan() {
    Transactions cut = LOG.asOf(LocalDate.of(2026, 3, 2));
    assertThat(cut.size()).isEqualTo(2);
    assertThat(cut.observedThrough()).isEqualTo("2026-03-02T00:00");
    assertThat(cut.totalsByCustomer().amount(0)).isEqualTo(2.50);
  }

  @Test
  void beforeLeavesOutTheFirstMomentOfTheDate() {
    Transactions cut = LOG.before(LocalDate.of(2026, 3, 2));
    assertThat(cut.size()).isEqualTo(1);
    assertThat(cut.observedThrough()).isEqualTo("2026-03-02T00:00");
    assertThat(LOG.before(LocalDate.of(2026, 3, 3)).size()).isEqualTo(3);
    assertThatThrownBy(() -> cut.before(LocalDate.of(2026, 3, 3)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("was cut as of 2026-03-02T00:00");
  }

  @Test
  void aCutLogCannotBeCutLaterAgain() {
    Transactions cut = LOG.asOf(LocalDate.of(2026, 3, 2));
    assertThatThrownBy(() -> cut.asOf(LocalDate.of(2026, 3, 3)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("was cut as of 2026-03-02T00:00");
  }

  @Test
  void lateLinesCanBeRefused() {
    assertThatThrownBy(() -> LOG.asOf(LocalDate.of(2026, 3, 2), LatePolicy.REFUSE))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "purchases: 1 line is later than 2026-03-02T00:00, the last at 2026-03-02T00:01; take a"
                + " later date, or cut them off by LatePolicy.CUT");
    assertThat(LOG.asOf(LocalDate.of(2026, 3, 3), LatePolicy.REFUSE).size()).isEqualTo(3);
  }

  @Test
  void anEmptyLogHasNoLastLine() {
    Transactions empty = Transactions.from(List.of());
    assertThat(empty.size()).isZero();
    assertThat(empty.report().rowsRead()).isZero();
    assertThatThrownBy(empty::observedThrough)
        .hasMessageContaining("an empty log has no last line");
    assertThat(empty.asOf(LocalDate.of(2026, 3, 2)).observedThrough())
        .isEqualTo("2026-03-02T00:00");
  }

  @Test
  void aLogOfManyPiecesIsCutLineByLine() {
    List<Purchase> purchases = new java.util.ArrayList<>();
    LocalDateTime start = LocalDateTime.parse("2026-03-01T00:00");
    for (int i = 0; i < 150_000; i++) {
      purchases.add(Purchase.of("c" + i % 1_000, "o" + i, start.plusSeconds(i), i % 7));
    }
    Transactions log = Transactions.from(purchases);
    Transactions cut = log.asOf(start.plusSeconds(99_999));
    assertThat(cut.size()).isEqualTo(100_000);
    assertThat(cut.epochMillis(99_999)).isEqualTo(log.epochMillis(99_999));
    assertThat(cut.order(70_000)).isEqualTo(70_000);
    assertThat(cut.totalsByCustomer().orders(5)).isEqualTo(100);
  }

  @Test
  void sinceCutsWhatIsEarlierAndCountsIt() {
    LocalDateTime start = LocalDateTime.parse("2026-03-01T00:00");
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("a", "1", start, 1),
                Purchase.of("a", "2", start.plusDays(1), 2),
                Purchase.of("b", "3", start.plusDays(2), 4)));
    Transactions late = log.since(start.plusDays(1));
    assertThat(late.size()).isEqualTo(2);
    assertThat(late.report().linesCut()).isEqualTo(1);
    assertThat(late.observedThrough()).isEqualTo(start.plusDays(2));
    assertThat(late.totalsByCustomer().amount(0)).isEqualTo(2);
    assertThat(log.since(start.plusDays(9)).observedThrough()).isEqualTo(start.plusDays(2));
  }

  @Test
  void saysHowMuchItHolds() {
    assertThat(LOG)
        .hasToString("3 lines, 2 orders, 2 customers, up to 2026-03-02T00:01; attributes []");
    assertThat(Transactions.from(List.of()))
        .hasToString("0 lines, 0 orders, 0 customers; attributes []");
  }

  @Test
  void textsOfLinesHaveNumbers() {
    LocalDateTime noon = LocalDateTime.of(2026, 1, 1, 12, 0);
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("a", "1", noon, 1).with("city", "Riga"),
                Purchase.of("b", "2", noon, 1),
                Purchase.of("c", "3", noon, 1).with("city", "Riga")));
    TextValues cities = log.texts("city");
    assertThat(cities.number(0)).isEqualTo(cities.number(2)).isZero();
    assertThat(cities.number(1)).isEqualTo(-1);
    assertThat(cities.text(0)).isEqualTo("Riga");
    assertThat(cities).hasToString("1 texts");
    assertThatThrownBy(() -> log.texts("town"))
        .hasMessage("no text attribute 'town'; this log has [city]");
  }
}
