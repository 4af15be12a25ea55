package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The value of a text attribute at each customer's first purchase. */
final class FirstValues {

  private final Map<Integer, String> valueOfCustomer;

  private FirstValues(Map<Integer, String> valueOfCustomer) {
    this.valueOfCustomer = valueOfCustomer;
  }

  static FirstValues of(Transactions log, String attribute) {
    if (!log.textAttributes().contains(attribute)) {
      throw new IllegalArgumentException(
          "no text attribute '" + attribute + "'; this log has " + log.textAttributes());
    }
    long[] first = new long[log.customers()];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        int customer = log.customer(line);
        first[customer] = Math.min(first[customer], log.epochMillis(line));
      }
    }
    Map<Integer, String> values = new HashMap<>();
    for (int line = 0; line < log.size(); line++) {
      int customer = log.customer(line);
      if (!log.isReturn(line) && log.epochMillis(line) == first[customer]) {
        // The least of several values, because the order of lines must not matter.
        log.text(attribute, line)
            .ifPresent(text -> values.merge(customer, text, FirstValues::lesser));
      }
    }
    return new FirstValues(values);
  }

  private static String lesser(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  Optional<String> of(int customer) {
    return Optional.ofNullable(valueOfCustomer.get(customer));
  }
}
