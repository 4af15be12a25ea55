package io.github.churnseg.examples;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** An order file to named segments: the code at the head of the README. */
public final class FirstSteps {

  private FirstSteps() {}

  /**
   * Prints the segments of a generated shop.
   *
   * @param args none
   * @throws IOException if the temporary file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Path orders = Files.createTempFile("orders", ".csv");
    try {
      GeneratedShop.of(2_000, 42).writeCsv(orders);
      // region segments
      var log =
          Transactions.csv(
              orders, c -> c.customer("customer").order("order").time("time").amount("amount"));
      var rfm = Rfm.withDefaults().extract(log.asOf(LocalDate.of(2026, 7, 1)));
      System.out.println(RfmSegments.quintiles().fit(rfm).report());
      // endregion
    } finally {
      Files.delete(orders);
    }
  }
}
