package io.github.churnseg.examples;

import io.github.churnseg.classify.Churn;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.classify.Targets;
import io.github.churnseg.data.FreePolicy;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;

/** Who is about to leave, how well that is known, and whom to contact. */
public final class WhoIsLeaving {

  private WhoIsLeaving() {}

  /**
   * Prints the back-test and a campaign for a generated shop, or for the UCI Online Retail file.
   *
   * @param args nothing, or the path of {@code online_retail.csv.gz}
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    var log =
        args.length == 0
            ? Transactions.from(GeneratedShop.of(2_000, 42).purchases())
            : onlineRetail(Path.of(args[0]));
    // region churn
    var model =
        Churn.afterSilenceOf(Period.ofDays(90))
            .features(Rfm.withDefaults())
            .classifyWith(LogisticRegression.withDefaults())
            .fit(log);
    System.out.println(model.evaluation());
    var campaign =
        model
            .risk(log)
            .select(Targets.byExpectedLoss().minRisk(0.6).minSpend(100).limit(50).control(10, 42));
    System.out.println(campaign);
    // endregion
  }

  /** The UK gift shop: lines with a customer and a price; cancelled invoices are returns. */
  static Transactions onlineRetail(Path file) throws IOException {
    return Transactions.csv(
        file,
        c ->
            c.customer("CustomerID")
                .order("InvoiceNo")
                .time("InvoiceDate")
                .quantity("Quantity")
                .price("UnitPrice")
                .text("Country")
                .cancelledIf(invoice -> invoice.startsWith("C"))
                .onMissingCustomer(MissingCustomerPolicy.DROP)
                .onFree(FreePolicy.DROP));
  }
}
