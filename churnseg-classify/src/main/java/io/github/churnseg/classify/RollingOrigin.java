package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Folds in the order of time: learn from what is past, predict what comes next, and move on. */
final class RollingOrigin {

  private final Function<String, LocalDate> dateOf;
  private final Period gap;

  RollingOrigin(Function<String, LocalDate> dateOf, Period gap) {
    this.dateOf = dateOf;
    this.gap = gap;
  }

  RollingOrigin withGap(Period period) {
    return new RollingOrigin(dateOf, period);
  }

  /** Splits the rows into one part more than folds; the first is only ever learnt from. */
  List<Fold> folds(CustomerFeatures customers, Labels labels, int folds) {
    LocalDate[] dates = dates(customers);
    int[] order =
        IntStream.range(0, dates.length)
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> dates[row]).thenComparing(customers::id))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] starts = starts(dates, order, folds);
    List<Fold> made = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int[] unseen = Arrays.copyOfRange(order, starts[fold], starts[fold + 1]);
      LocalDate from = dates[unseen[0]];
      int[] seen =
          Arrays.stream(order, 0, starts[fold])
              .filter(row -> !dates[row].plus(gap).isAfter(from))
              .sorted()
              .toArray();
      Arrays.sort(unseen);
      requireTwoClasses(labels, "before", from, seen);
      requireTwoClasses(labels, "from", from, unseen);
      made.add(new Fold(0, seen, unseen));
    }
    return made;
  }

  private LocalDate[] dates(CustomerFeatures customers) {
    LocalDate[] dates = new LocalDate[customers.size()];
    for (int row = 0; row < dates.length; row++) {
      String id = customers.id(row);
      dates[row] =
          Optional.ofNullable(dateOf.apply(id))
              .orElseThrow(
                  () -> new InvalidDataException("no date for customer '" + id + "'; give one"));
    }
    return dates;
  }

  /** Where parts start, and the end: about as many rows in each, and no day in two of them. */
  private static int[] starts(LocalDate[] dates, int[] order, int folds) {
    int[] starts = new int[folds + 1];
    starts[folds] = order.length;
    int before = 0;
    for (int fold = 0; fold < folds; fold++) {
      int even = Math.max(before + 1, (int) ((long) order.length * (fold + 1) / (folds + 1)));
      int start = dayBorder(dates, order, even);
      if (start <= before) {
        long days = Arrays.stream(dates).distinct().count();
        throw new InvalidDataException(
            "%d rows on %d days cannot be split by time into %d folds; choose fewer"
                .formatted(order.length, days, folds));
      }
      starts[fold] = start;
      before = start;
    }
    return starts;
  }

  /** The first row of the next day, or of this day if it is the last. */
  private static int dayBorder(LocalDate[] dates, int[] order, int from) {
    int start = from;
    while (start < order.length && dates[order[start]].equals(dates[order[start - 1]])) {
      start++;
    }
    if (start < order.length) {
      return start;
    }
    start = Math.min(from, order.length - 1);
    while (start > 0 && dates[order[start]].equals(dates[order[start - 1]])) {
      start--;
    }
    return start;
  }

  private static void requireTwoClasses(Labels labels, String where, LocalDate day, int... rows) {
    if (Arrays.stream(rows).map(labels::index).distinct().count() < 2) {
      throw new InvalidDataException(
          "the %d rows of the fold %s %s are not of two classes; choose fewer folds"
              .formatted(rows.length, where, day));
    }
  }

  @Override
  public String toString() {
    return gap.isZero() ? "" : ".gap(" + gap + ")";
  }
}
