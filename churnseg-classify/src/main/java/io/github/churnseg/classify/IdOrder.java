package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows in the order of their customers' ids, so that the order they came in does not show. */
final class IdOrder {

  private IdOrder() {}

  static int[] of(CustomerFeatures customers) {
    String[] ids = new String[customers.size()];
    Arrays.setAll(ids, customers::id); // once each: features may make the text anew
    return IntStream.range(0, ids.length)
        .boxed()
        .sorted(Comparator.comparing(row -> ids[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
