package io.github.churnseg.model;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Some rows of other customers, in their order; a view. */
final class SomeCustomers implements CustomerFeatures {

  private final CustomerFeatures all;
  private final int[] rows;

  private SomeCustomers(CustomerFeatures all, int[] rows) {
    this.all = all;
    this.rows = rows;
  }

  /** Takes over ascending row numbers. */
  static CustomerFeatures of(CustomerFeatures all, int[] rows) {
    return rows.length == all.size() ? all : new SomeCustomers(all, rows);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public String id(int row) {
    return all.id(rows[row]);
  }

  @Override
  public OptionalInt rowOf(String id) {
    OptionalInt row = all.rowOf(id);
    int place = row.isPresent() ? Arrays.binarySearch(rows, row.getAsInt()) : -1;
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  @Override
  public List<String> numericColumns() {
    return all.numericColumns();
  }

  @Override
  public double[] numeric(String column) {
    double[] values = all.numeric(column);
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  @Override
  public List<String> categoricalColumns() {
    return all.categoricalColumns();
  }

  @Override
  public Categories categorical(String column) {
    Categories values = all.categorical(column);
    return Categories.of(IntStream.of(rows).mapToObj(values::value).toList());
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return all.asOf();
  }

  @Override
  public Table toTable() {
    return all.toTable().rows(rows);
  }

  /** How many customers, and the columns. */
  @Override
  public String toString() {
    return size()
        + " customers: numeric "
        + numericColumns()
        + ", categorical "
        + categoricalColumns();
  }
}
