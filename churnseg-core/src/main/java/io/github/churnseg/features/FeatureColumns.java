package io.github.churnseg.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a table are the customers' features. Immutable: each method returns a new
 * object; see {@link CustomerFeatures#from}.
 */
public final class FeatureColumns {

  static final FeatureColumns NONE =
      new FeatureColumns(Optional.empty(), Optional.empty(), List.of(), Map.of());

  private final Optional<String> id;
  private final Optional<Target> target;
  private final List<String> numeric;

  /** The order of the levels of each column of categories; empty where they have none. */
  private final Map<String, List<String>> categorical;

  private FeatureColumns(
      Optional<String> id,
      Optional<Target> target,
      List<String> numeric,
      Map<String, List<String>> categorical) {
    this.id = id;
    this.target = target;
    this.numeric = numeric;
    this.categorical = categorical;
  }

  /**
   * Names the column that says who the customer is; required. Ids are text, whatever the column's
   * type.
   *
   * @param column its name
   * @return new columns
   */
  public FeatureColumns id(String column) {
    return new FeatureColumns(Optional.of(column), target, numeric, categorical);
  }

  /**
   * Names the column that holds the class to be learnt, and which of its values is the one that is
   * looked for. It is no feature.
   *
   * @param column its name
   * @param positive the value that counts as positive, such as {@code "left"}
   * @return new columns
   */
  public FeatureColumns target(String column, String positive) {
    return withTarget(column, Optional.of(positive));
  }

  /**
   * Names the column that holds the class to be learnt, where no class is looked for above the
   * others. It is no feature.
   *
   * @param column its name
   * @return new columns
   */
  public FeatureColumns target(String column) {
    return withTarget(column, Optional.empty());
  }

  private FeatureColumns withTarget(String column, Optional<String> positive) {
    refuseTwice(column);
    return new FeatureColumns(id, Optional.of(new Target(column, positive)), numeric, categorical);
  }

  /**
   * Adds columns of numbers.
   *
   * @param columns their names, in the order the features shall have
   * @return new columns
   */
  public FeatureColumns numeric(String... columns) {
    List<String> all = new ArrayList<>(numeric);
    for (String column : columns) {
      if (all.contains(column)) {
        throw namedTwice(column);
      }
      refuseTwice(column);
      all.add(column);
    }
    return new FeatureColumns(id, target, List.copyOf(all), categorical);
  }

  /**
   * Adds columns of categories. A column of numbers, such as a postal code, is read as texts.
   *
   * @param columns their names, in the order the features shall have
   * @return new columns
   */
  public FeatureColumns categorical(String... columns) {
    FeatureColumns all = this;
    for (String column : columns) {
      all = all.withCategories(column, List.of());
    }
    return all;
  }

  /**
   * Adds a column of categories that have an order, such as the steps of a tariff.
   *
   * @param column its name
   * @param levels every category there may be, lowest first; at least two
   * @return new columns
   */
  public FeatureColumns ordinal(String column, String... levels) {
    if (levels.length < 2) {
      throw new IllegalArgumentException(
          "ordinal column '"
              + column
              + "' was given "
              + levels.length
              + " levels; name at least two, lowest first");
    }
    return withCategories(column, List.of(levels));
  }

  private FeatureColumns withCategories(String column, List<String> order) {
    refuseTwice(column);
    Map<String, List<String>> all = new LinkedHashMap<>(categorical);
    all.put(column, order);
    return new FeatureColumns(id, target, numeric, all);
  }

  Optional<String> id() {
    return id;
  }

  Optional<Target> target() {
    return target;
  }

  List<String> numeric() {
    return numeric;
  }

  Map<String, List<String>> categorical() {
    return categorical;
  }

  private void refuseTwice(String column) {
    if (numeric.contains(column)
        || categorical.containsKey(column)
        || target.filter(named -> named.column().equals(column)).isPresent()) {
      throw namedTwice(column);
    }
  }

  private static IllegalArgumentException namedTwice(String column) {
    return new IllegalArgumentException("column '" + column + "' is named twice; name it once");
  }

  /** The column to be learnt, and the class looked for. */
  record Target(String column, Optional<String> positive) {}
}
