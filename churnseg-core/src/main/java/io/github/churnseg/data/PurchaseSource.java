package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads a log from purchases in memory; they name their attributes themselves. */
final class PurchaseSource {

  /** Written as calls, so that no attribute has the same name. */
  private static final List<String> OWN = List.of("customer()", "order()", "time()", "amount()");

  /** Made once: a service makes a log of each order. */
  private static final TransactionColumns OWN_COLUMNS =
      TransactionColumns.NONE
          .customer(OWN.get(0))
          .order(OWN.get(1))
          .time(OWN.get(2))
          .amount(OWN.get(3));

  private static final String SOURCE = "purchases";

  private PurchaseSource() {}

  static Transactions read(
      Iterable<Purchase> purchases, UnaryOperator<TransactionColumns> mapping) {
    List<Purchase> all = new ArrayList<>();
    Set<String> texts = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>();
    for (Purchase purchase : purchases) {
      all.add(purchase);
      texts.addAll(purchase.texts().keySet());
      numbers.addAll(purchase.numbers().keySet());
    }
    for (String name : texts) {
      if (numbers.contains(name)) {
        throw new InvalidDataException(
            "attribute '"
                + name
                + "' is text in one purchase and a number in another; give one of"
                + " them another name");
      }
    }
    return read(all, texts, numbers, mapping);
  }

  private static Transactions read(
      List<Purchase> purchases,
      Set<String> texts,
      Set<String> numbers,
      UnaryOperator<TransactionColumns> mapping) {
    TransactionColumns columns = OWN_COLUMNS.attributes(texts, numbers).mapped(mapping);
    List<String> names = new ArrayList<>(OWN);
    names.addAll(texts);
    names.addAll(numbers);
    RowFeed feed = new RowFeed(columns, SOURCE, SourceColumns.uses(columns, SOURCE, names));
    long row = 0;
    for (Purchase purchase : purchases) {
      feed.begin(++row);
      int column = 0;
      feed.value(column++, purchase.customer());
      feed.value(column++, purchase.order());
      feed.value(column++, purchase.time());
      feed.value(column++, purchase.amount());
      for (String text : texts) {
        feed.value(column++, purchase.texts().get(text));
      }
      for (String number : numbers) {
        feed.value(column++, purchase.numbers().get(number));
      }
      feed.end();
    }
    return feed.finish();
  }
}
