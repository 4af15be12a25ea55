package io.github.churnseg.classify;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One customer several times over, with other values in one column. */
final class Variants implements CustomerFeatures {

  private final String id;
  private final Map<String, double[]> numbers;
  private final Map<String, Categories> categories;
  private final int size;

  private Variants(
      String id, Map<String, double[]> numbers, Map<String, Categories> categories, int size) {
    this.id = id;
    this.numbers = numbers;
    this.categories = categories;
    this.size = size;
  }

  /** A customer as it is, read once. */
  static Variants of(CustomerFeatures customers, int row) {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    customers
        .numericColumns()
        .forEach(name -> numbers.put(name, new double[] {customers.numeric(name)[row]}));
    Map<String, Categories> categories = new LinkedHashMap<>();
    customers
        .categoricalColumns()
        .forEach(name -> categories.put(name, customers.categorical(name).select(row)));
    return new Variants(customers.id(row), numbers, categories, 1);
  }

  /**
   * The customer with each of some values in a column: numbers, or the places of categories that
   * somebody has in {@code like}.
   */
  Variants with(String column, ColumnValues like, double... values) {
    Map<String, double[]> moreNumbers = new LinkedHashMap<>();
    numbers.forEach(
        (name, one) -> {
          double[] same = new double[values.length];
          Arrays.fill(same, one[0]);
          moreNumbers.put(name, name.equals(column) ? values.clone() : same);
        });
    Map<String, Categories> moreCategories = new LinkedHashMap<>();
    categories.forEach(
        (name, one) ->
            moreCategories.put(
                name,
                like.categories()
                    .filter(all -> name.equals(column))
                    .map(all -> all.select(rowsThatHave(all, values)))
                    .orElseGet(() -> one.select(new int[values.length]))));
    return new Variants(id, moreNumbers, moreCategories, values.length);
  }

  private static int[] rowsThatHave(Categories all, double... places) {
    int[] rowOfLevel = new int[all.levels().size()];
    for (int row = 0; row < all.size(); row++) {
      if (all.level(row) >= 0) {
        rowOfLevel[all.level(row)] = row;
      }
    }
    return Arrays.stream(places).mapToInt(place -> rowOfLevel[(int) place]).toArray();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String id(int row) {
    return id;
  }

  @Override
  public OptionalInt rowOf(String asked) {
    return asked.equals(id) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public List<String> numericColumns() {
    return List.copyOf(numbers.keySet());
  }

  @Override
  public double[] numeric(String column) {
    return numbers.getOrDefault(column, new double[0]).clone();
  }

  @Override
  public List<String> categoricalColumns() {
    return List.copyOf(categories.keySet());
  }

  @Override
  public Categories categorical(String column) {
    return categories.getOrDefault(column, Categories.of(List.of()));
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return Optional.empty();
  }

  /** Never leaves this package, so the ids will do. */
  @Override
  public Table toTable() {
    return Table.create("variants", StringColumn.create("customer", List.of(id)));
  }
}
