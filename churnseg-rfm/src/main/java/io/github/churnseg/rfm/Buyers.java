package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerIds;
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
