package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The UK gift shop's real file, held against what others counted in it. */
class OnlineRetailTest {

  private static final Path FILE =
      Path.of("..", "..", "shared", "data", "online-retail", "online_retail.csv.gz");

  private static TransactionColumns columns(TransactionColumns c) {
    return c.customer("CustomerID")
        .order("InvoiceNo")
        .time("InvoiceDate")
        .quantity("Quantity")
        .price("UnitPrice")
        .cancelledIf(invoice -> invoice.startsWith("C"))
        .onMissingCustomer(MissingCustomerPolicy.DROP)
        .onFree(FreePolicy.DROP);
  }

  /** Nothing but purchases that somebody paid for. */
  private static TransactionColumns plain(TransactionColumns c) {
    return columns(c).onReturn(ReturnPolicy.EXCLUDE);
  }

  /** The recipe of the reference project. */
  private static TransactionColumns reference(TransactionColumns c) {
    return columns(c)
        .product("StockCode")
        .onDuplicate(DuplicatePolicy.DROP)
        .onReturn(ReturnPolicy.MATCH)
        .keepIf("StockCode", code -> !Character.isLetter(code.charAt(0)));
  }

  @BeforeAll
  static void isThere() {
    assumeTrue(Files.exists(FILE), "skipped: the Online Retail data are not at " + FILE);
  }

  private static Transactions read(UnaryOperator<TransactionColumns> columns) throws IOException {
    return Transactions.csv(FILE, columns);
  }

  // Counts: data/README.md of the course data; 397,884 and 392,692 are known from many notebooks.
  @Test
  void plainRulesGive397884Lines() throws IOException {
    Transactions log = read(OnlineRetailTest::plain);
    assertThat(log.size()).isEqualTo(397_884);
    DataReport report = log.report();
    assertThat(report.rowsRead()).isEqualTo(541_909);
    assertThat(report.missingCustomers()).isEqualTo(135_080);
    assertThat(report.customers()).isEqualTo(4_338).isEqualTo(log.customers());

    Transactions distinct = read(c -> plain(c).onDuplicate(DuplicatePolicy.DROP));
    assertThat(distinct.size()).isEqualTo(392_692);
  }

  // Golden rows: the reference project's RFM table as of 2011-12-10 (recency, orders, money).
  @ParameterizedTest
  @CsvSource({
    "12346, 325,  1,    0.00",
    "12347,   2,  7, 4310.00",
    "12348,  75,  4, 1437.24",
    "12349,  18,  1, 1457.55",
    "12350, 310,  1,  294.40",
    "18280, 277,  1,  180.60",
    "18281, 180,  1,   80.82",
    "18282,   7,  2,  176.60",
    "18283,   3, 16, 2039.58",
    "18287,  42,  3, 1837.28"
  })
  void theReferenceRecipeGivesItsGoldenCustomers(String id, int recency, int orders, double money)
      throws IOException {
    LocalDateTime asOf = LocalDate.of(2011, 12, 10).atStartOfDay();
    Transactions log = Cached.LOG.asOf(asOf);
    int customer = log.customerIds().find(id).orElseThrow();
    CustomerTotals totals = log.totalsByCustomer();
    Duration since = Duration.between(Moments.of(totals.lastPurchase(customer)), asOf);
    assertThat(since.toDays()).isEqualTo(recency);
    assertThat(totals.orders(customer)).isEqualTo(orders);
    assertThat(totals.amount(customer)).isEqualTo(money);
  }

  @Test
  void theReferenceRecipeGivesItsCounts() {
    assertThat(Cached.LOG.size()).isEqualTo(391_150);
    assertThat(Cached.LOG.customers()).isEqualTo(4_334);
    assertThat(Cached.LOG.report().duplicates()).isEqualTo(5_225);
    System.out.println(Cached.LOG.report());
  }

  private static final class Cached {
    static final Transactions LOG = load();

    private static Transactions load() {
      try {
        return read(OnlineRetailTest::reference);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
