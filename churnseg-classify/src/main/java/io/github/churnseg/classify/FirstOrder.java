package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.FeatureExtractor;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Derives what is known of a customer at the moment of the first order, and nothing that is known
 * later only: attributes of the log by name, and {@code order hour}, {@code order weekday}, {@code
 * order lines} and {@code order amount}.
 *
 * <pre>{@code
 * FirstOrder newcomer = FirstOrder.features("category", "city", "freight").sum("freight");
 * FirstOrderTable known = newcomer.extractForTraining(log);
 * ClassifierModel model = RandomForest.trees(300).fit(known, segments);  // whole history's labels
 * Predictions guess = model.predict(newcomer.extract(newLog));
 * }</pre>
 *
 * <p>The first order is the one with the customer's earliest purchase, with all its lines; orders
 * that begin at the very same moment are taken together. A return (a line with a negative amount)
 * is no purchase; it lowers the amount only where it stands in the first order at the order's own
 * moment, as a discount does. Of several lines, texts give the one on most lines (of equally many
 * the first by its characters), numbers their mean, or their sum where asked; missing values are
 * passed over. The order of the log's rows never matters.
 *
 * <p>Rare categories stay as they are: {@link io.github.churnseg.features.Preprocessing} puts them
 * together, by the shares of the training rows.
 *
 * <p>A log loaded with {@code ReturnPolicy.MATCH} has later returns taken off its amounts already;
 * load it with another policy where {@code order amount} must not know of them.
 *
 * <p>Immutable and safe to share between threads. Costs three passes over the lines, and a look at
 * each attribute of the lines of first orders.
 */
public final class FirstOrder implements FeatureExtractor<Transactions, FirstOrderTable> {

  /** Parts of names that say the attribute is not known when the order is placed. */
  private static final List<String> LATER_WORDS =
      List.of("review", "deliver", "refund", "complaint");

  private static final Period USUAL_HISTORY = Period.ofDays(90);

  /** What is asked for; for each attribute how long after the order it becomes known. */
  private final Map<String, Period> attributes;

  private final Set<String> summed;

  /** Those of {@link FirstOrderColumns#COMPUTED} that are not wanted. */
  private final Set<String> left;

  private final List<String> computed;

  private final Period history;

  private FirstOrder(
      Map<String, Period> attributes, Set<String> summed, Set<String> left, Period history) {
    this.attributes = attributes;
    this.summed = summed;
    this.left = left;
    this.computed =
        FirstOrderColumns.COMPUTED.stream().filter(name -> !left.contains(name)).toList();
    this.history = history;
  }

  /**
   * The hour, weekday, lines and amount of the first order, and attributes of its lines.
   *
   * @param attributes text or numeric attributes of the log, none twice; none is fine
   * @return the extractor
   * @throws IllegalArgumentException if an attribute is named twice, or its name says that it is
   *     known later than the order, as a review is; see {@link #later}
   */
  public static FirstOrder features(String... attributes) {
    Map<String, Period> all = new LinkedHashMap<>();
    for (String name : attributes) {
      String plain = name.toLowerCase(Locale.ROOT);
      if (LATER_WORDS.stream().anyMatch(plain::contains)) {
        throw new IllegalArgumentException(
            ("attribute '%s' is not known when the first order is placed, by its name; leave it"
                    + " out, or say when it is known: later(\"%s\", Period.ofDays(…)), with"
                    + " Period.ZERO if at once")
                .formatted(name, name));
      }
      put(all, name, Period.ZERO);
    }
    return new FirstOrder(all, Set.of(), Set.of(), USUAL_HISTORY);
  }

  private static void put(Map<String, Period> attributes, String name, Period after) {
    if (FirstOrderColumns.COMPUTED.contains(name)) {
      throw new IllegalArgumentException(
          "'" + name + "' is computed from the order; an attribute needs another name");
    }
    if (attributes.put(name, after) != null) {
      throw new IllegalArgumentException("attribute '" + name + "' is named twice; name it once");
    }
  }

  /**
   * Adds an attribute that becomes known some time after the order, such as a review. Of customers
   * whose first order is younger than that at the log's as-of moment it is missing; what is derived
   * is then true of that long after the first order, no longer of its moment.
   *
   * @param attribute a text or numeric attribute of the log
   * @param after how long after the order the attribute is known for certain; not negative
   * @return a new extractor
   */
  public FirstOrder later(String attribute, Period after) {
    Windows.requireNotNegative("later(\"" + attribute + "\", …)", after);
    Map<String, Period> more = new LinkedHashMap<>(attributes);
    put(more, attribute, after);
    return new FirstOrder(more, summed, left, history);
  }

  /**
   * Sums numeric attributes over the lines of the order; the others are averaged, which leaves a
   * number as it is that each line of an order repeats.
   *
   * @param numbers attributes that were named before
   * @return a new extractor
   */
  public FirstOrder sum(String... numbers) {
    Set<String> all = new LinkedHashSet<>(summed);
    for (String name : numbers) {
      if (!attributes.containsKey(name)) {
        throw new IllegalArgumentException(
            "attribute '%s' is not asked for, so it cannot be summed; there are %s"
                .formatted(name, attributes.keySet()));
      }
      all.add(name);
    }
    return new FirstOrder(attributes, all, left, history);
  }

  /**
   * Leaves out columns that are computed from the order, such as {@code order amount} where the
   * segments are made of money: most customers buy once, and their first amount is then all their
   * money, so that a classifier would only find the segments' own cut points again.
   *
   * @param computed of {@code order hour}, {@code order weekday}, {@code order lines} and {@code
   *     order amount}
   * @return a new extractor
   * @throws IllegalArgumentException if another column is named
   */
  public FirstOrder without(String... computed) {
    Set<String> all = new LinkedHashSet<>(left);
    for (String name : computed) {
      if (!FirstOrderColumns.COMPUTED.contains(name)) {
        throw new IllegalArgumentException(
            "'%s' is not computed from the order, so it cannot be left out; computed are %s"
                .formatted(name, FirstOrderColumns.COMPUTED));
      }
      all.add(name);
    }
    return new FirstOrder(attributes, summed, all, history);
  }

  /**
   * Sets how long ago the first order of a customer must be for {@link #extractForTraining}; 90
   * days unless set. Those who came later have no history yet that a segment could be read from.
   *
   * @param period not negative
   * @return a new extractor
   */
  public FirstOrder labelledAfter(Period period) {
    Windows.requireNotNegative("labelledAfter", period);
    return new FirstOrder(attributes, summed, left, period);
  }

  /**
   * Derives one row a buyer, in the order in which the log first names them.
   *
   * @param log what was bought, cut at the date that is to count as today
   * @return the features; customers with returns only are left out and counted
   * @throws InvalidDataException if the log has no such attribute
   */
  @Override
  public FirstOrderTable extract(Transactions log) {
    return new FirstOrderColumns(log, this).table(FirstLines.of(log), 0);
  }

  /**
   * Derives the features of those whose first order is at least {@link #labelledAfter} old.
   *
   * @param log what was bought, cut at the date that the labels are true of
   * @return the features; how many came too recently is in {@link FirstOrderTable#tooRecent()}
   * @throws InvalidDataException if nobody has been there for long enough
   */
  @Override
  public FirstOrderTable extractForTraining(Transactions log) {
    long latest = Windows.millis(log.observedThrough().minus(history));
    FirstLines all = FirstLines.of(log);
    FirstLines some = all.noLaterThan(latest);
    if (some.size() == 0) {
      throw new InvalidDataException(
          ("all %d customers first ordered within %s before %s, so none has a label yet; give a"
                  + " longer log, or choose less with labelledAfter(…)")
              .formatted(all.size(), Windows.shown(history), log.observedThrough()));
    }
    return new FirstOrderColumns(log, this).table(some, all.size() - some.size());
  }

  Map<String, Period> attributes() {
    return attributes;
  }

  Set<String> summed() {
    return summed;
  }

  Set<String> left() {
    return left;
  }

  /** What is computed from the order, and wanted. */
  List<String> computed() {
    return computed;
  }

  Period history() {
    return history;
  }

  /** As it was when it was saved. */
  static FirstOrder of(
      Map<String, Period> attributes, Set<String> summed, Set<String> left, Period history) {
    return new FirstOrder(attributes, summed, left, history);
  }

  /** What is derived. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    attributes.forEach(
        (name, after) ->
            names.add(after.isZero() ? name : name + " after " + Windows.shown(after)));
    return "FirstOrder: " + names + " and " + computed();
  }
}
