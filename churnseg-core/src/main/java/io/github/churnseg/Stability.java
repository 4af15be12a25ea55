package io.github.churnseg;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The population stability index of counts in bins; see {@link DriftReport} for what it is. */
final class Stability {

  /** Half a customer a bin, as Krichevsky and Trofimov (1981, doi:10.1109/TIT.1981.1056331). */
  private static final double HALF = 0.5;

  /** The 95 % quantile of the normal distribution. */
  private static final double NORMAL_95 = 1.6448536269514722;

  private Stability() {}

  static DriftReport.Row row(String kind, String name, long[] then, long[] now) {
    return new DriftReport.Row(kind, name, index(then, now), byChance(then, now));
  }

  /**
   * Half a customer a bin is added to each of the two, spread as both together are: so a bin is
   * empty in neither or in both, equal shares stay equal, and few new customers do not look like a
   * shift because they leave bins empty.
   */
  static double index(long[] then, long[] now) {
    double added = HALF * then.length;
    double allThen = Arrays.stream(then).sum();
    double allNow = Arrays.stream(now).sum();
    double index = 0;
    for (int bin = 0; bin < then.length; bin++) {
      double both = added * (then[bin] + now[bin]) / (allThen + allNow);
      if (both > 0) {
        double share = (then[bin] + both) / (allThen + added);
        double newShare = (now[bin] + both) / (allNow + added);
        index += (newShare - share) * Math.log(newShare / share);
      }
    }
    return index;
  }

  /**
   * What the index does not exceed in 19 of 20 cases where nothing has changed: it is then spread
   * like chi-squared, times the sum of the reciprocal numbers of customers.
   */
  static double byChance(long[] then, long[] now) {
    long used = IntStream.range(0, then.length).filter(bin -> then[bin] + now[bin] > 0).count();
    double reciprocals = 1.0 / Arrays.stream(then).sum() + 1.0 / Arrays.stream(now).sum();
    return chiSquared95(used - 1) * reciprocals;
  }

  /** Wilson and Hilferty 1931, doi:10.1073/pnas.17.12.684; within 3 % from one degree on. */
  private static double chiSquared95(long degrees) {
    if (degrees < 1) {
      return 0;
    }
    double part = 2.0 / (9 * degrees);
    return degrees * Math.pow(1 - part + NORMAL_95 * Math.sqrt(part), 3);
  }
}
