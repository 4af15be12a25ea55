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
}
