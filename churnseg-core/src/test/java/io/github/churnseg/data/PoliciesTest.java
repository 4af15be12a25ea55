package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

  private static final String HEAD = "customer,order,time,amount\n";

  private static Transactions read(String rows, UnaryOperator<TransactionColumns> more) {
    return CsvText.read(HEAD + rows, c -> more.apply(CsvText.columns(c)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,1,2026-02-30,5    | time   | '2026-02-30' is no date: February 2026 has 28 days
          a,1,,5              | time   | the time is missing
          a,1,2026-02-03,five | amount | 'five' is not a number
          a,1,2026-02-03,     | amount | the amount is missing
          a,1,2026-02-03,NaN  | amount | 'NaN' is no finite number
          a,1,2026-02-03,1e400| amount | '1e400' is beyond the numbers a double can hold
          a,,2026-02-03,5     | order  | the order is missing
          """)
  void strictNamesFileLineColumnAndValue(String row, String column, String problem) {
    assertThatThrownBy(() -> read("z,9,2026-01-01,1\n" + row + "\n", c -> c))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("orders.csv, line 3, column '" + column + "': " + problem)
        .hasMessageEndingWith("leave such rows out by .onInvalid(RowPolicy.SKIP)");
  }

  @Test
  void strictStopsAtTheFirstBadRowOfTheFile() {
    assertThatThrownBy(() -> read("a,1,2026-01-01,x\n,2,2026-01-01,5\n", c -> c))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read(",2,2026-01-01,5\na,1,2026-01-01,x\n", c -> c))
        .hasMessageContaining("line 2, column 'customer': the row names no customer")
        .hasMessageContaining("MissingCustomerPolicy.DROP");
  }

  @Test
  void skipCountsEachReasonWithItsFirstLines() {
    StringBuilder rows = new StringBuilder("a,1,2026-01-01,5\n");
    for (int i = 0; i < 7; i++) {
      rows.append("a,1,2026-01-01,x\n");
    }
    rows.append("a,1\n").append("a,1,soon,y\n").append(",1,2026-01-01,5\n");
    Transactions log = read(rows.toString(), c -> c.onInvalid(RowPolicy.SKIP));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.report().refused())
        .containsExactly(
            new LeftOut(
                LeftOut.Kind.INVALID, "amount", "is not a number", 7, List.of(3L, 4L, 5L, 6L, 7L)),
            new LeftOut(LeftOut.Kind.INVALID, "", "wrong number of fields", 1, List.of(10L)),
            new LeftOut(LeftOut.Kind.INVALID, "time", "is not a time", 1, List.of(11L)));
    assertThat(log.report().missingCustomers()).isEqualTo(1);
    assertThat(log.report().rowsRead()).isEqualTo(11);
  }

  @Test
  void guestsCanBeDroppedUnderStrict() {
    Transactions log =
        read(
            ",1,2026-01-01,5\n\u00a0 ,2,2026-01-01,5\na,3,2026-01-01,5\n",
            c -> c.onMissingCustomer(MissingCustomerPolicy.DROP));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.report().missingCustomers()).isEqualTo(2);
  }

  @Test
  void duplicatesAreEqualInEveryFieldMappedOrNot() {
    String rows =
        """
            customer,order,time,amount,note
            a,1,2026-01-01,5,x
            a,1,2026-01-01,5,x
            a,1,2026-01-01,5,y
            a,1,2026-01-01,5,x
            """;
    assertThat(CsvText.read(rows, CsvText::columns).size()).isEqualTo(4);
    Transactions log =
        CsvText.read(rows, c -> CsvText.columns(c).onDuplicate(DuplicatePolicy.DROP));
    assertThat(log.size()).isEqualTo(2);
    assertThat(log.report().duplicates()).isEqualTo(2);
    assertThat(log.report().leftOut().get(0).firstLines()).containsExactly(3L, 5L);
  }

  @Test
  void fieldsThatRunTogetherAreNoDuplicates() {
    String rows =
        """
            customer,order,time,amount,one,two
            a,1,2026-01-01,5,ab,c
            a,1,2026-01-01,5,a,bc
            a,1,2026-01-01,5,abc,
            """;
    Transactions log =
        CsvText.read(rows, c -> CsvText.columns(c).onDuplicate(DuplicatePolicy.DROP));
    assertThat(log.size()).isEqualTo(3);
  }

  @Test
  void filtersAreCountedByColumnAndAskedOncePerValue() {
    int[] asked = {0};
    Transactions log =
        CsvText.read(
            """
            customer,order,time,amount,city
            a,1,2026-01-01,5,Riga
            a,1,2026-01-01,5,
            b,2,2026-01-01,5,Oslo
            c,3,2026-01-01,5,Riga
            """,
            c ->
                CsvText.columns(c)
                    .keepIf(
                        "city",
                        city -> {
                          asked[0]++;
                          return city.equals("Riga");
                        })
                    .keepIf("customer", customer -> !customer.equals("c")));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.customers()).isEqualTo(1);
    assertThat(asked[0]).isEqualTo(3);
    assertThat(log.report().leftOut())
        .extracting(LeftOut::column, LeftOut::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("city", 2L),
            org.assertj.core.groups.Tuple.tuple("customer", 1L));
  }

  @Test
  void returnsAreNettedByDefault() {
    Transactions log = read("a,1,2026-01-01,5\na,2,2026-01-05,-3\nb,3,2026-01-05,-1\n", c -> c);
    CustomerTotals totals = log.totalsByCustomer();
    assertThat(log.isReturn(1)).isTrue();
    assertThat(totals.amount(0)).isEqualTo(2);
    assertThat(totals.orders(0)).isEqualTo(1);
    assertThat(totals.lastPurchase(0)).isEqualTo(totals.firstPurchase(0));
    assertThat(totals.orders(1)).isZero();
    assertThat(log.report().returnLines()).isEqualTo(2);
  }

  @Test
  void returnsCanBeExcluded() {
    Transactions log =
        read(
            "a,1,2026-01-01,5\na,2,2026-01-05,-3\nb,C3,2026-01-05,7\n",
            c -> c.cancelledIf(order -> order.startsWith("C")).onReturn(ReturnPolicy.EXCLUDE));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.customers()).isEqualTo(1);
    assertThat(log.report().rows(LeftOut.Kind.RETURN)).isEqualTo(2);
  }

  @Test
  void aCancelledOrderMustNotAddMoney() {
    assertThatThrownBy(
            () -> read("b,C3,2026-01-05,7\n", c -> c.cancelledIf(order -> order.startsWith("C"))))
        .hasMessageContaining("line 2, column 'amount': a line of a cancelled order adds 7");
  }

  @Test
  void aReturnOfSomethingFreeIsNoPurchase() {
    Transactions log =
        CsvText.read(
            "customer,order,time,product,quantity,price\na,1,2026-01-01,tea,-1,0\n",
            CsvText::lines);
    assertThat(log.size()).isZero();
    assertThat(log.report().leftOut().get(0).reason()).isEqualTo("return of something free");
  }

  @Test
  void quantityAndPriceCannotBothBeNegative() {
    assertThatThrownBy(
            () ->
                CsvText.read(
                    "customer,order,time,product,quantity,price\na,1,2026-01-01,tea,-1,-2\n",
                    CsvText::lines))
        .hasMessageContaining("column 'price': '-2' is negative, and so is the quantity -1");
  }

  @Test
  void quantityTimesPriceIsExact() {
    Transactions log =
        CsvText.read(
            """
            customer,order,time,product,quantity,price
            a,1,2026-01-01,tea,3,0.1
            a,1,2026-01-01,tea,1.5,0.7
            a,1,2026-01-01,tea,123456789012345678,100
            """,
            CsvText::lines);
    assertThat(log.amount(0)).isEqualTo(0.3);
    assertThat(log.amount(1)).isEqualTo(1.05);
    assertThat(log.amount(2)).isEqualTo(1.2345678901234567E+19);
  }

  @Test
  void freeLinesAreKeptUnlessDropped() {
    String rows = "a,1,2026-01-01,0\na,2,2026-01-01,5\n";
    assertThat(read(rows, c -> c).size()).isEqualTo(2);
    Transactions log = read(rows, c -> c.onFree(FreePolicy.DROP));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.report().rows(LeftOut.Kind.FREE)).isEqualTo(1);
  }

  @Test
  void blanksAroundIdsAreStrippedAndCounted() {
    Transactions log =
        read(" a,1,2026-01-01,1\na\u00a0,1 ,2026-01-01,1\n a b ,2,2026-01-01,1\n", c -> c);
    assertThat(log.customers()).isEqualTo(2);
    assertThat(log.customerId(1)).isEqualTo("a b");
    assertThat(log.report().idsStripped()).isEqualTo(4);
  }

  @Property(tries = 100)
  void everyRowIsKeptOrLeftOutForOneReason(
      @ForAll @Size(max = 60) List<Byte> kinds, @ForAll ReturnPolicy returns) {
    StringBuilder rows = new StringBuilder("customer,order,time,product,quantity,price,city\n");
    for (byte kind : kinds) {
      rows.append(
          switch (kind & 7) {
            case 0 -> "a,1,2026-01-01,tea,1,2.50,Riga\n";
            case 1 -> "b,2,2026-01-02,tea,-1,2.50,Riga\n";
            case 2 -> ",2,2026-01-02,tea,1,2.50,Riga\n";
            case 3 -> "b,2,2026-01-02,tea,1\n";
            case 4 -> "b,2,2026-01-02,tea,2,0,Riga\n";
            case 5 -> "b,2,never,tea,2,1,Riga\n";
            case 6 -> "b,2,2026-01-01,tea,2,1,Oslo\n";
            default -> "c," + rows.length() + ",2026-01-03,tea,2,1,Riga\n";
          });
    }
    Transactions log =
        CsvText.read(
            rows.toString(),
            c ->
                CsvText.lines(c)
                    .keepIf("city", city -> city.equals("Riga"))
                    .onInvalid(RowPolicy.SKIP)
                    .onDuplicate(DuplicatePolicy.DROP)
                    .onFree(FreePolicy.DROP)
                    .onReturn(returns));
    DataReport report = log.report();
    long leftOut = report.leftOut().stream().mapToLong(LeftOut::rows).sum();
    assertThat(report.rowsRead()).isEqualTo(kinds.size());
    assertThat(report.linesKept() + leftOut).isEqualTo(kinds.size());
    assertThat(report.leftOut()).isSortedAccordingTo(java.util.Comparator.comparing(LeftOut::kind));
  }
}
