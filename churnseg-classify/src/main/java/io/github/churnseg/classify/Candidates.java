package io.github.churnseg.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** The values a column can take: those the background customers have, and what lies between. */
final class Candidates {

  private static final int MOST = 256;
  private static final int MOST_DECIMALS = 6;
  private static final int HALVINGS = 30;

  private final ColumnValues values;
  private final double[] sorted;
  private final double[] distinct;

  /** Decimals that all values get by with, or -1 where they need more. */
  private final int decimals;

  Candidates(ColumnValues values) {
    this.values = values;
    this.sorted =
        Arrays.stream(values.numbers()).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] all = Arrays.stream(sorted).distinct().toArray();
    this.decimals = decimals(all);
    this.distinct = all.length <= MOST || values.categories().isPresent() ? all : thinned(all);
  }

  private static double[] thinned(double[] all) {
    double[] some = new double[MOST];
    for (int at = 0; at < MOST; at++) {
      some[at] = all[(int) ((long) at * (all.length - 1) / (MOST - 1))];
    }
    return some;
  }

  private static int decimals(double[] all) {
    for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
      int places = decimals;
      if (Arrays.stream(all).allMatch(value -> rounded(value, places) == value)) {
        return decimals;
      }
    }
    return -1;
  }

  private static double rounded(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return value;
    }
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
  }

  ColumnValues values() {
    return values;
  }

  private boolean hasNumbersBetween() {
    return values.categories().isEmpty();
  }

  /** A customer's value among these, by its text if it is a category; none where it is not here. */
  double place(ColumnValues own, int row) {
    double number = own.number(row);
    return Double.isNaN(number)
        ? number
        : values
            .categories()
            .map(all -> (double) all.levels().indexOf(own.text(row)))
            .orElse(number);
  }

  /** What the value may become that is higher, nearest first; categories without order are all. */
  double[] upFrom(double from, Actionable actionable) {
    return values.hasOrder()
        ? allowed(from, actionable).filter(to -> to > from).toArray()
        : Arrays.stream(distinct).filter(to -> to != from).toArray();
  }

  /** What the value may become that is lower, nearest first. */
  double[] downFrom(double from, Actionable actionable) {
    double[] up =
        values.hasOrder()
            ? allowed(from, actionable).filter(to -> to < from).toArray()
            : new double[0];
    double[] down = new double[up.length];
    Arrays.setAll(down, at -> up[up.length - 1 - at]);
    return down;
  }

  private DoubleStream allowed(double from, Actionable actionable) {
    return DoubleStream.concat(
            Arrays.stream(distinct), DoubleStream.of(actionable.least(), actionable.most()))
        .filter(to -> actionable.allows(from, to) && isThere(to))
        .sorted()
        .distinct();
  }

  /** A limit may be a number nobody has, but not beyond what anybody has, nor no category. */
  private boolean isThere(double value) {
    return hasNumbersBetween()
        ? distinct.length > 0 && value >= distinct[0] && value <= distinct[distinct.length - 1]
        : Arrays.binarySearch(distinct, value) >= 0;
  }

  /** Between a value that does not cross and one that does, one that does and is nearer. */
  double narrow(double before, double crossing, DoublePredicate crosses) {
    if (!hasNumbersBetween()) {
      return crossing;
    }
    double near = before;
    double far = crossing;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = near + (far - near) / 2;
      double tried = decimals < 0 ? middle : rounded(middle, decimals);
      if (tried == near || tried == far) {
        break;
      }
      if (crosses.test(tried)) {
        far = tried;
      } else {
        near = tried;
      }
    }
    double readable = Double.parseDouble(ColumnValues.shown(far));
    boolean between = before < crossing ? readable <= crossing : readable >= crossing;
    return decimals < 0 && between && crosses.test(readable) ? readable : far;
  }

  /** The share of the customers between two values; ties count half. */
  double passed(double from, double to) {
    return values.hasOrder() ? Math.abs(share(to) - share(from)) : 1;
  }

  private double share(double value) {
    double below = 0;
    for (double other : sorted) {
      below += other < value ? 1 : other == value ? 0.5 : 0;
    }
    return below / sorted.length;
  }
}
