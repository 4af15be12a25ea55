package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TransactionColumnsTest {

  private static void rejects(UnaryOperator<TransactionColumns> mapping, String message) {
    assertThatThrownBy(() -> CsvText.read("customer,time,amount\n", mapping))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNeededMustBeMapped() {
    rejects(c -> c, "no customer column is named; add .customer(\"<column>\")");
    rejects(c -> c.customer("customer"), "no time column is named");
    rejects(c -> c.customer("customer").time("time"), "no money is mapped; add .amount");
    rejects(c -> c.customer("customer").time("time").price("amount"), "no money is mapped");
  }

  @Test
  void moneyIsMappedOnce() {
    rejects(
        c -> c.customer("customer").time("time").amount("amount").quantity("q").price("p"),
        "money is mapped twice: amount 'amount' and quantity or price");
  }

  @Test
  void policiesAskForTheirColumns() {
    UnaryOperator<TransactionColumns> least =
        c -> c.customer("customer").time("time").amount("amount");
    rejects(
        c -> least.apply(c).onReturn(ReturnPolicy.MATCH),
        "ReturnPolicy.MATCH finds purchases by product");
    rejects(c -> least.apply(c).cancelledIf(id -> true), "cancelledIf asks for order ids");
  }

  @Test
  void namesAreNotEmptyAndAttributesMappedOnce() {
    rejects(c -> c.customer(""), "the name of a column cannot be empty");
    rejects(c -> c.text("city").number("city"), "attribute 'city' is mapped twice");
  }

  @Test
  void aMissingColumnNamesThoseThereAreAndTheNearest() {
    assertThatThrownBy(
            () ->
                CsvText.read(
                    "CustomerID,time,amount\n",
                    c -> c.customer("CustomerId").time("time").amount("amount")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no column 'CustomerId'; did you mean 'CustomerID'?")
        .hasMessageContaining("CustomerID, time, amount");
  }

  @Test
  void aColumnCanHaveSeveralUses() {
    Transactions log =
        CsvText.read(
            "customer,time,amount\na,2026-01-01,5\n",
            c ->
                c.customer("customer")
                    .time("time")
                    .amount("amount")
                    .text("customer")
                    .number("amount")
                    .keepIf("customer", id -> id.equals("a")));
    assertThat(log.text("customer", 0)).contains("a");
    assertThat(log.number("amount", 0)).isEqualTo(5);
  }

  @Test
  void timesCanHaveAPatternOrAnOffset() {
    Transactions log =
        CsvText.read(
            "customer,time,amount\na,5 Jan 2026 13:30,5\n",
            c -> c.customer("customer").time("time", "d MMM yyyy H:mm").amount("amount"));
    assertThat(log.observedThrough()).isEqualTo("2026-01-05T13:30");
    log =
        CsvText.read(
            "customer,time,amount\na,2026-01-05T23:30:00Z,5\n",
            c ->
                c.customer("customer")
                    .time("time")
                    .amount("amount")
                    .zone(ZoneId.of("Europe/Riga")));
    assertThat(log.observedThrough()).isEqualTo("2026-01-06T01:30");
  }

  @Test
  void dayAndMonthAreProvedOverTheWholeColumn() {
    UnaryOperator<TransactionColumns> mapping =
        c -> c.customer("customer").time("time").amount("amount");
    Transactions log =
        CsvText.read("customer,time,amount\na,05/04/2026,5\na,05/13/2026,5\n", mapping);
    assertThat(log.epochMillis(0))
        .isEqualTo(
            Transactions.from(
                    List.of(
                        Purchase.of(
                            "a", "1", java.time.LocalDateTime.parse("2026-05-04T00:00"), 5)))
                .epochMillis(0));
    assertThatThrownBy(() -> CsvText.read("customer,time,amount\na,05/04/2026,5\n", mapping))
        .hasMessageContaining("5 April 2026")
        .hasMessageContaining("4 May 2026");
  }

  @Test
  void aMarkProvedLateCorrectsWhatWasReadBefore() {
    UnaryOperator<TransactionColumns> mapping =
        c -> c.customer("customer").time("time").amount("amount").onInvalid(RowPolicy.SKIP);
    Transactions log =
        CsvText.read("customer;time;amount\na;2026-01-01;1.234\na;2026-01-01;12,5\n", mapping);
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.amount(0)).isEqualTo(12.5);
    assertThat(log.report().refused().get(0).firstLines()).containsExactly(2L);
  }

  @Test
  void theFormatOfAFileCanBeGiven() {
    Transactions log =
        CsvText.read(
            "a 20260101 5\nb 20260102 6\n",
            c ->
                c.customer("id")
                    .time("day")
                    .amount("money")
                    .format(CsvFormat.detect().blankSeparated().header("id", "day", "money")));
    assertThat(log.size()).isEqualTo(2);
  }
}
