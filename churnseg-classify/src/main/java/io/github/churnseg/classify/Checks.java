package io.github.churnseg.classify;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Looks for what makes a classifier seem better than it is.
 *
 * <pre>{@code
 * Checks.of(customers).forEach(System.out::println);
 * }</pre>
 */
public final class Checks {

  /** No honest feature of a customer says this much alone. */
  private static final double LEAK = 0.95;

  /** With fewer of a class even noise may rank them without fault. */
  private static final int LEAST = 10;

  /** Fewer rows may all differ by chance. */
  private static final int LEAST_ROWS = 20;

  private static final int MOST_CLASSES = 50;

  private Checks() {}

  /**
   * Looks at customers that were loaded with a target.
   *
   * @param customers with labels
   * @return what is doubtful, leaks first; empty if nothing is
   * @throws io.github.churnseg.InvalidDataException if they have no labels
   */
  public static List<Warning> of(CustomerFeatures customers) {
    return of(customers, CrossValidation.labelsOf(customers));
  }

  /**
   * Looks at customers and their classes: columns that alone rank them with an AUC above .95,
   * columns that are the target or an id, and classes that are none. Sorts each column once.
   *
   * @param customers the features
   * @param labels the class of each, in the same order
   * @return what is doubtful, leaks first; empty if nothing is
   */
  public static List<Warning> of(CustomerFeatures customers, Labels labels) {
    if (customers.size() != labels.size()) {
      throw new IllegalArgumentException(
          customers.size() + " customers but " + labels.size() + " labels; give one a customer");
    }
    List<Warning> found = new ArrayList<>();
    Set<String> targets = new TreeSet<>();
    for (String column : columns(customers)) {
      if (isTarget(values(customers, column), labels)) {
        targets.add(column);
        found.add(
            new Warning(
                Warning.Kind.TARGET_AMONG_FEATURES,
                column,
                "column %s has one value for each class: it is the target; leave it out"
                    .formatted(Shown.value(column))));
      }
    }
    boolean enough =
        labels.counts().values().stream().filter(count -> count > 0).allMatch(c -> c >= LEAST);
    for (FeatureAuc one : enough ? SingleFeatures.of(customers, labels) : List.<FeatureAuc>of()) {
      if (one.auc() > LEAK && !targets.contains(one.column())) {
        found.add(
            new Warning(
                Warning.Kind.LEAK,
                one.column(),
                "column %s alone has an AUC of %s: ask whether it is known before the outcome is"
                    .formatted(
                        Shown.value(one.column()), String.format(Locale.ROOT, "%.3f", one.auc()))));
      }
    }
    for (String column : columns(customers)) {
      if (!targets.contains(column) && isIdentifier(customers, column)) {
        found.add(
            new Warning(
                Warning.Kind.IDENTIFIER,
                column,
                "column %s has another value for each customer, as an id has; leave it out"
                    .formatted(Shown.value(column))));
      }
    }
    found.addAll(ofClasses(labels));
    return List.copyOf(found);
  }

  /**
   * Looks for customers who are on both sides of a split, by their ids.
   *
   * @param training whom a model learns from
   * @param heldOut whom it is measured on
   * @return one warning, or none
   */
  public static List<Warning> ofSplit(CustomerFeatures training, CustomerFeatures heldOut) {
    return ofSplit(training, heldOut, UnaryOperator.identity());
  }

  /**
   * The same where a customer may have several rows, such as one for each month.
   *
   * @param training whom a model learns from
   * @param heldOut whom it is measured on
   * @param customerOf the customer of a row, from the row's id
   * @return one warning, or none
   */
  public static List<Warning> ofSplit(
      CustomerFeatures training, CustomerFeatures heldOut, UnaryOperator<String> customerOf) {
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < training.size(); row++) {
      seen.add(customerOf.apply(training.id(row)));
    }
    Set<String> both = new TreeSet<>();
    for (int row = 0; row < heldOut.size(); row++) {
      String customer = customerOf.apply(heldOut.id(row));
      if (seen.contains(customer)) {
        both.add(customer);
      }
    }
    if (both.isEmpty()) {
      return List.of();
    }
    String first = both.iterator().next();
    return List.of(
        new Warning(
            Warning.Kind.CUSTOMER_ON_BOTH_SIDES,
            first,
            "%d customers, the first is %s, are learnt from and predicted; keep all rows of a customer on one side"
                .formatted(both.size(), Shown.value(first))));
  }

  private static List<String> columns(CustomerFeatures customers) {
    List<String> all = new ArrayList<>(customers.numericColumns());
    all.addAll(customers.categoricalColumns());
    return all;
  }

  /** Each row's value as a number; equal numbers for equal values, NaN for none. */
  private static double[] values(CustomerFeatures customers, String column) {
    if (customers.numericColumns().contains(column)) {
      return customers.numeric(column);
    }
    Categories values = customers.categorical(column);
    return IntStream.range(0, values.size())
        .mapToDouble(row -> values.level(row) < 0 ? Double.NaN : values.level(row))
        .toArray();
  }

  /** As many values as classes, and each class has one of its own. */
  private static boolean isTarget(double[] values, Labels labels) {
    Map<Double, Integer> classOf = new HashMap<>();
    for (int row = 0; row < values.length; row++) {
      Integer known = classOf.putIfAbsent(values[row], labels.index(row));
      if (known != null && known != labels.index(row)) {
        return false;
      }
    }
    return classOf.size() > 1
        && values.length > 2 * classOf.size()
        && new HashSet<>(classOf.values()).size() == classOf.size();
  }

  private static boolean isIdentifier(CustomerFeatures customers, String column) {
    int rows = customers.size();
    if (rows < LEAST_ROWS) {
      return false;
    }
    double[] values = values(customers, column);
    if (Arrays.stream(values).anyMatch(Double::isNaN)
        || Arrays.stream(values).distinct().count() < rows) {
      return false;
    }
    return customers.categoricalColumns().contains(column)
        || isCounted(values)
        || isTheId(customers, values);
  }

  /** Whole numbers, all different, that leave few out. */
  private static boolean isCounted(double... values) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    return most - least < 2.0 * values.length
        && Arrays.stream(values).allMatch(value -> value == Math.rint(value));
  }

  private static boolean isTheId(CustomerFeatures customers, double... values) {
    for (int row = 0; row < values.length; row++) {
      String shown = Long.toString((long) values[row]);
      if (values[row] != Math.rint(values[row]) || !customers.id(row).endsWith(shown)) {
        return false;
      }
    }
    return true;
  }

  private static List<Warning> ofClasses(Labels labels) {
    List<Warning> found = new ArrayList<>();
    if (labels.classes().size() > MOST_CLASSES) {
      found.add(
          doubtful(
              Integer.toString(labels.classes().size()),
              "the target has %d classes; a classifier is for a few, so group them"
                  .formatted(labels.classes().size())));
      return found;
    }
    Map<String, String> spelled = new HashMap<>();
    for (String name : labels.classes()) {
      String plain = plain(name);
      String other = spelled.putIfAbsent(plain, name);
      if (other != null) {
        found.add(
            doubtful(
                name,
                "classes %s and %s differ in spelling only; make them one"
                    .formatted(Shown.value(other), Shown.value(name))));
      }
      if (plain.isEmpty() || plain.equals("nan") || plain.equals("null") || plain.equals("na")) {
        found.add(
            doubtful(
                name,
                "class %s looks like a missing value; leave these customers out"
                    .formatted(Shown.value(name))));
      }
    }
    return found;
  }

  /** Without blanks, case, and decimals that say nothing. */
  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("(?<=\\d)[.,]0+$", "");
  }

  static Warning doubtful(String subject, String text) {
    return new Warning(Warning.Kind.DOUBTFUL_CLASSES, subject, text);
  }
}
