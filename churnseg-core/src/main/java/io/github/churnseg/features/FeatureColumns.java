package io.github.churnseg.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table are the customers' features. Immutable: each method returns a new
 * object; see {@link CustomerFeatures#from}.
 */
public final class FeatureColumns {

  static final FeatureColumns NONE = new FeatureColumns(Optional.empty(), List.of(), List.of());

  private final Optional<String> id;
  private final List<String> numeric;
  private final List<String> categorical;

  private FeatureColumns(Optional<String> id, List<String> numeric, List<String> categorical) {
    this.id = id;
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
    return new FeatureColumns(Optional.of(column), numeric, categorical);
  }

  /**
   * Adds columns of numbers.
   *
   * @param columns their names, in the order the features shall have
   * @return new columns
   */
  public FeatureColumns numeric(String... columns) {
    return new FeatureColumns(id, joined(numeric, columns), categorical);
  }

  /**
   * Adds columns of categories. A column of numbers, such as a postal code, is read as texts.
   *
   * @param columns their names, in the order the features shall have
   * @return new columns
   */
  public FeatureColumns categorical(String... columns) {
    return new FeatureColumns(id, numeric, joined(categorical, columns));
  }

  Optional<String> id() {
    return id;
  }

  List<String> numeric() {
    return numeric;
  }

  List<String> categorical() {
    return categorical;
  }

  private List<String> joined(List<String> before, String... columns) {
    List<String> all = new ArrayList<>(before);
    for (String column : columns) {
      if (all.contains(column) || numeric.contains(column) || categorical.contains(column)) {
        throw new IllegalArgumentException("column '" + column + "' is named twice; name it once");
      }
      all.add(column);
    }
    return List.copyOf(all);
  }
}
