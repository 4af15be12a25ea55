package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import java.util.function.IntFunction;

/** Refuses more groups than there are customers who differ. */
final class DistinctCustomers {

  private static final String HINT =
      ", or a scaling other than NONE: some differ by so little that the square is 0";

  private DistinctCustomers() {}

  static void require(int k, Points points) {
    require(k, points, "k=%d but only".formatted(k), "choose k <= %d"::formatted);
  }

  /** What was asked for comes first, and what to choose instead, given how many differ, last. */
  static void require(int k, Points points, String asked, IntFunction<String> choose) {
    if (points.distinct(k) < k) {
      int distinct = points.distinct(Integer.MAX_VALUE);
      throw new InvalidDataException(
          "%s %d distinct customers; %s%s"
              .formatted(
                  asked, distinct, choose.apply(distinct), differ(points) > distinct ? HINT : ""));
    }
  }

  /** How many differ in some value, however little. */
  private static int differ(Points points) {
    int distinct = 0;
    for (int point = 0; point < points.size(); point++) {
      boolean differs = point == 0;
      for (int j = 0; j < points.dimensions() && !differs; j++) {
        differs = points.column(j)[point] != points.column(j)[point - 1];
      }
      distinct += differs && points.weight(point) > 0 ? 1 : 0;
    }
    return distinct;
  }
}
