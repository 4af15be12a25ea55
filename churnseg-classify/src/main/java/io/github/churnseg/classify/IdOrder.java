package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows in the order of their customers' ids, so that the order they came in does not show. */
final class IdOrder {

  private IdOrder() {}

  static int[] of(CustomerFeatures customers) {
    return IntStream.range(0, customers.size())
        .boxed()
        .sorted(Comparator.comparing(customers::id))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
