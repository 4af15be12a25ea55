package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerIds;
import io.github.churnseg.data.CustomerTotals;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which customer of a log stands in which row of a table; the ids stay in the log's dictionary. */
final class Buyers {

  private final CustomerIds ids;

  /** The customer's number of each row, ascending. */
  private final int[] customerOfRow;

  /** Takes the array over; the caller forgets it. */
  Buyers(CustomerIds ids, int[] customerOfRow) {
    this.ids = ids;
    this.customerOfRow = customerOfRow;
  }

  /** All of these, in their order. */
  static Buyers all(CustomerIds ids) {
    return new Buyers(ids, IntStream.range(0, ids.size()).toArray());
  }

  /** The numbers of all who have an order, ascending. */
  static int[] numbers(CustomerTotals totals) {
    int[] buyers = new int[totals.customers()];
    int count = 0;
    for (int customer = 0; customer < buyers.length; customer++) {
      if (totals.orders(customer) > 0) {
        buyers[count++] = customer;
      }
    }
    return count == buyers.length ? buyers : Arrays.copyOf(buyers, count);
  }

  /**
   * How many only took things back. Customers that a cut has left without any line do not count:
   * they were not there yet.
   */
  static int returnsOnly(CustomerTotals totals) {
    int count = 0;
    for (int customer = 0; customer < totals.customers(); customer++) {
      if (totals.orders(customer) == 0 && totals.amount(customer) < 0) {
        count++;
      }
    }
    return count;
  }

  int size() {
    return customerOfRow.length;
  }

  String id(int row) {
    return ids.get(customerOfRow[row]);
  }

  OptionalInt rowOf(String id) {
    OptionalInt number = ids.find(id);
    int row = number.isEmpty() ? -1 : Arrays.binarySearch(customerOfRow, number.getAsInt());
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** The ids of all rows, in a new array. */
  String[] ids() {
    String[] texts = new String[size()];
    Arrays.setAll(texts, this::id);
    return texts;
  }
}
