package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Dense numbers for the pairs of customer and order. They are the log's own order numbers, and
 * further ones where an order id stands under more than one customer.
 */
final class OrderKeys {

  private static final int NOBODY = -1;

  private final int[] keyOfLine;
  private int[] customerOfKey;
  private int count;

  OrderKeys(Transactions log) {
    keyOfLine = new int[log.size()];
    customerOfKey = new int[log.orders()];
    count = log.orders();
    Arrays.fill(customerOfKey, NOBODY);
    Map<Long, Integer> further = new HashMap<>();
    for (int line = 0; line < keyOfLine.length; line++) {
      int customer = log.customer(line);
      int order = log.order(line);
      if (customerOfKey[order] == NOBODY) {
        customerOfKey[order] = customer;
      }
      boolean own = customerOfKey[order] == customer;
      keyOfLine[line] = own ? order : further.computeIfAbsent(pair(customer, order), this::add);
    }
  }

  private static long pair(int customer, int order) {
    return ((long) customer << Integer.SIZE) | order;
  }

  private int add(long pair) {
    if (count == customerOfKey.length) {
      customerOfKey = Arrays.copyOf(customerOfKey, count + count / 2 + 1);
    }
    customerOfKey[count] = (int) (pair >>> Integer.SIZE);
    return count++;
  }

  int count() {
    return count;
  }

  int ofLine(int line) {
    return keyOfLine[line];
  }

  /** The customer of a pair that has a line. */
  int customer(int key) {
    return customerOfKey[key];
  }
}
