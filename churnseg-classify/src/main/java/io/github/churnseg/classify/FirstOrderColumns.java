package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.Categories;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Makes columns of the lines of first orders. */
final class FirstOrderColumns {

  static final String HOUR = "order hour";
  static final String WEEKDAY = "order weekday";
  static final String LINES = "order lines";
  static final String AMOUNT = "order amount";
  static final List<String> COMPUTED = List.of(HOUR, WEEKDAY, LINES, AMOUNT);

  private static final Optional<String> NOTHING = Optional.empty();

  private final Transactions log;
  private final Map<String, Period> attributes;
  private final Set<String> summed;
  private final List<String> computed;

  FirstOrderColumns(Transactions log, FirstOrder plan) {
    this.log = log;
    this.attributes = plan.attributes();
    this.summed = plan.summed();
    this.computed = plan.computed();
    attributes.keySet().forEach(this::requireKnown);
  }

  private void requireKnown(String name) {
    boolean text = log.textAttributes().contains(name);
    if (!text && !log.numberAttributes().contains(name)) {
      List<String> all = new ArrayList<>(log.textAttributes());
      all.addAll(log.numberAttributes());
      throw new InvalidDataException(
          ("no attribute %s in this log%s; it has %s; map its column with text(…) or number(…) on"
                  + " loading, also where the column is the price or the quantity already")
              .formatted(
                  Shown.value(name),
                  NearestName.of(name, all)
                      .map(near -> ", did you mean '" + near + "'?")
                      .orElse(""),
                  all));
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
          long latest = Windows.millis(log.observedThrough().minus(after));
          IntPredicate known = row -> first.moments[row] <= latest;
          if (log.textAttributes().contains(name)) {
            categorical.put(
                name, texts(first, row -> known.test(row) ? text(first, row, name) : NOTHING));
          } else {
            numeric.put(
                name,
                numbers(first, row -> known.test(row) ? number(first, row, name) : Double.NaN));
          }
        });
    computed.forEach(name -> compute(name, first, numeric, categorical));
    return new FirstOrderTable(
        log.customerIds(), first, numeric, categorical, log.observedThrough(), tooRecent);
  }

  private static void compute(
      String name,
      FirstLines first,
      Map<String, double[]> numeric,
      Map<String, Categories> categorical) {
    switch (name) {
      case HOUR -> numeric.put(name, numbers(first, row -> moment(first, row).getHour()));
      case LINES -> numeric.put(name, numbers(first, first::count));
      case AMOUNT -> numeric.put(name, first.amounts.clone());
      default ->
          categorical.put(name, texts(first, row -> Optional.of(weekday(moment(first, row)))));
    }
  }

  private static Categories texts(FirstLines first, IntFunction<Optional<String>> ofRow) {
    return Categories.of(IntStream.range(0, first.size()).mapToObj(ofRow).toList());
  }

  private static double[] numbers(FirstLines first, IntToDoubleFunction ofRow) {
    return IntStream.range(0, first.size()).mapToDouble(ofRow).toArray();
  }

  /** The text on most lines; of equally many the first by its characters. */
  private Optional<String> text(FirstLines first, int row, String name) {
    if (first.count(row) == 1) {
      return log.text(name, first.lines(row).findFirst().orElseThrow());
    }
    Map<String, Integer> counts = new TreeMap<>();
    first
        .lines(row)
        .forEach(
            line -> log.text(name, line).ifPresent(text -> counts.merge(text, 1, Integer::sum)));
    Optional<String> best = Optional.empty();
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = Optional.of(entry.getKey());
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

  private static LocalDateTime moment(FirstLines first, int row) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(first.moments[row]), ZoneOffset.UTC);
  }

  /** {@code Monday}, whatever the machine calls it. */
  private static String weekday(LocalDateTime moment) {
    String name = moment.getDayOfWeek().name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
