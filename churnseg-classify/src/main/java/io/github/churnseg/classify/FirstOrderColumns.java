package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.TextValues;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.Categories;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/** Makes columns of the lines of first orders. */
final class FirstOrderColumns {

  static final String HOUR = "order hour";
  static final String WEEKDAY = "order weekday";
  static final String LINES = "order lines";
  static final String AMOUNT = "order amount";
  static final List<String> COMPUTED = List.of(HOUR, WEEKDAY, LINES, AMOUNT);

  private static final int MISSING = -1;
  private static final long HOUR_OF_DAY = 3_600_000;
  private static final long DAY = 24 * HOUR_OF_DAY;

  /** Whatever the machine calls them. */
  private static final String[] WEEKDAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };

  private final Transactions log;
  private final List<String> texts;
  private final List<String> numbers;
  private final LocalDateTime through;
  private final Map<String, Period> attributes;
  private final Set<String> summed;
  private final List<String> computed;

  FirstOrderColumns(Transactions log, FirstOrder plan) {
    this.log = log;
    this.texts = log.textAttributes();
    this.numbers = log.numberAttributes();
    this.attributes = plan.attributes();
    this.summed = plan.summed();
    this.computed = plan.computed();
    attributes.keySet().forEach(this::requireKnown);
    this.through = log.observedThrough();
  }

  private void requireKnown(String name) {
    boolean text = texts.contains(name);
    if (!text && !numbers.contains(name)) {
      List<String> all = new ArrayList<>(texts);
      all.addAll(numbers);
      throw new InvalidDataException(
          ("no attribute %s in this log%s; it has %s; map its column with text(…) or number(…) on"
                  + " loading, also where the column is the price or the quantity already")
              .formatted(Shown.value(name), NearestName.question(name, all), all));
    }
    if (text && summed.contains(name)) {
      throw new InvalidDataException(
          "attribute '" + name + "' holds texts, which have no sum; do not name it in sum(…)");
    }
  }

  FirstOrderTable table(FirstLines first, int tooRecent) {
    Map<String, double[]> numeric = new LinkedHashMap<>();
    Map<String, Categories> categorical = new LinkedHashMap<>();
    attributes.forEach(
        (name, after) -> {
          long latest = Windows.millis(through.minus(after));
          if (texts.contains(name)) {
            categorical.put(name, texts(first, log.texts(name), latest));
          } else {
            numeric.put(name, numbers(first, name, latest));
          }
        });
    computed.forEach(name -> compute(name, first, numeric, categorical));
    return new FirstOrderTable(log.customerIds(), first, numeric, categorical, through, tooRecent);
  }

  private static void compute(
      String name,
      FirstLines first,
      Map<String, double[]> numeric,
      Map<String, Categories> categorical) {
    switch (name) {
      case HOUR -> numeric.put(name, numbers(first, row -> hour(first.moments[row])));
      case LINES -> numeric.put(name, numbers(first, first::count));
      case AMOUNT -> numeric.put(name, first.amounts.clone());
      default -> {
        int[] days = new int[first.size()];
        Arrays.setAll(days, row -> weekday(first.moments[row]));
        categorical.put(name, Categories.of(days, WEEKDAYS.length, day -> WEEKDAYS[day]));
      }
    }
  }

  private static double[] numbers(FirstLines first, IntToDoubleFunction ofRow) {
    double[] numbers = new double[first.size()];
    Arrays.setAll(numbers, ofRow);
    return numbers;
  }

  private double[] numbers(FirstLines first, String name, long latest) {
    return numbers(
        first,
        row -> {
          if (first.moments[row] > latest) {
            return Double.NaN;
          }
          return first.count(row) == 1
              ? log.number(name, first.firstLine(row))
              : number(first, row, name);
        });
  }

  private static Categories texts(FirstLines first, TextValues values, long latest) {
    int[] numbers = new int[first.size()];
    for (int row = 0; row < numbers.length; row++) {
      if (first.moments[row] > latest) {
        numbers[row] = MISSING;
      } else {
        numbers[row] =
            first.count(row) == 1
                ? values.number(first.firstLine(row))
                : mostCommon(first, row, values);
      }
    }
    return Categories.of(numbers, values.texts(), values::text);
  }

  /** The text on most lines; of equally many the first by its characters. */
  private static int mostCommon(FirstLines first, int row, TextValues values) {
    int[] numbers = first.lines(row).map(values::number).filter(one -> one >= 0).sorted().toArray();
    int best = MISSING;
    int most = 0;
    for (int from = 0, to; from < numbers.length; from = to) {
      to = from;
      while (to < numbers.length && numbers[to] == numbers[from]) {
        to++;
      }
      boolean equallyMany = to - from == most;
      if (to - from > most
          || (equallyMany && values.text(numbers[from]).compareTo(values.text(best)) < 0)) {
        most = to - from;
        best = numbers[from];
      }
    }
    return best;
  }

  /** Added in ascending order, so that the order of the lines does not show in the last bit. */
  private double number(FirstLines first, int row, String name) {
    double[] known =
        first
            .lines(row)
            .mapToDouble(line -> log.number(name, line))
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    double sum = Arrays.stream(known).sum();
    return summed.contains(name) && known.length > 0 ? sum : sum / known.length;
  }

  private static int hour(long moment) {
    return (int) (Math.floorMod(moment, DAY) / HOUR_OF_DAY);
  }

  /** 0 for Monday; the first of January 1970 was a Thursday. */
  private static int weekday(long moment) {
    return (int) Math.floorMod(Math.floorDiv(moment, DAY) + 3, 7L);
  }
}
