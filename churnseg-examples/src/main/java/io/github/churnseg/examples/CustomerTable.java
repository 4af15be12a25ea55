package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.Segmentation;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.FirstOrderTable;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmTable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The chain where a table with a row a customer is all there is. */
public final class CustomerTable {

  private CustomerTable() {}

  /**
   * Prints what the chain says of the customers.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Table table = table();
    // region given
    CustomerFeatures customers =
        CustomerFeatures.from(
            table, c -> c.id("customer").numeric("frequency", "monetary").categorical("city"));
    ClassifiedModel<CustomerFeatures> model =
        Segmentation.builder()
            .features(CustomerFeatures.asGiven())
            .segmentBy("behaviour", KMeans.k(3).columns("frequency", "monetary").seed(42))
            .classifyWith(LogisticRegression.withDefaults(), CustomerFeatures.givenColumns("city"))
            .build()
            .fit(customers);
    // endregion
    System.out.println(model.report());
    System.out.println(model.predict(customers));
  }

  /** Stands in for a table of a data warehouse. */
  private static Table table() {
    Transactions log = Transactions.from(GeneratedShop.of(1_000, 42).purchases());
    RfmTable rfm = Rfm.withDefaults().extract(log);
    FirstOrderTable first = FirstOrder.features("city").extract(log);
    StringColumn cities = StringColumn.create("city");
    for (int row = 0; row < rfm.size(); row++) {
      int sameCustomer = first.rowOf(rfm.id(row)).orElseThrow();
      first
          .categorical("city")
          .value(sameCustomer)
          .ifPresentOrElse(cities::append, cities::appendMissing);
    }
    return rfm.toTable().addColumns(cities);
  }
}
