package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import java.util.function.IntFunction;

/** Refuses more groups than there are customers who differ. */
final class DistinctCustomers {

  private DistinctCustomers() {}

  static void require(int k, Points points) {
    require(k, points, "k=%d but only".formatted(k), "choose k <= %d"::formatted);
  }

  /** What was asked for comes first, and what to choose instead, given how many differ, last. */
  static void require(int k, Points points, String asked, IntFunction<String> choose) {
    if (points.distinct(k) < k) {
      int distinct = points.distinct(Integer.MAX_VALUE);
      throw new InvalidDataException(
          distinct == 0
              ? "all %d customers weigh 0: nobody counts; give one a weight above 0"
                  .formatted(points.size())
              : "%s %d distinct customers; %s".formatted(asked, distinct, choose.apply(distinct)));
    }
    int apart = apart(points, k);
    if (apart < k) {
      throw new InvalidDataException(
          asked
              + " %d whose squared distances are above 0: the others differ by too little;"
                  .formatted(apart)
              + " choose a scaling other than NONE");
    }
  }

  /** How many are farther than nothing from the one before, counted up to a limit. */
  private static int apart(Points points, int limit) {
    int apart = 0;
    int last = -1;
    for (int point = 0; point < points.size() && apart < limit; point++) {
      if (points.weight(point) > 0
          && (last < 0 || points.distance(point, points.point(last)) > 0)) {
        apart++;
        last = point;
      }
    }
    return apart;
  }
}
