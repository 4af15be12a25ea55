package io.github.churnseg.features;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Some columns of other features, read through. */
final class ChosenColumns implements CustomerFeatures {

  private final CustomerFeatures all;
  private final List<String> columns;

  /** All columns must be there. */
  ChosenColumns(CustomerFeatures all, List<String> columns) {
    this.all = all;
    this.columns = columns;
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public String id(int row) {
    return all.id(row);
  }

  @Override
  public OptionalInt rowOf(String id) {
    return all.rowOf(id);
  }

  @Override
  public List<String> numericColumns() {
    return columns.stream().filter(all.numericColumns()::contains).toList();
  }

  @Override
  public double[] numeric(String column) {
    requireChosen(column);
    return all.numeric(column);
  }

  @Override
  public ColumnReader reader(String column) {
    requireChosen(column);
    return all.reader(column);
  }

  @Override
  public List<String> categoricalColumns() {
    return columns.stream().filter(all.categoricalColumns()::contains).toList();
  }

  @Override
  public Categories categorical(String column) {
    requireChosen(column);
    return all.categorical(column);
  }

  private void requireChosen(String column) {
    if (!columns.contains(column)) {
      throw new IllegalArgumentException(
          "column '" + column + "' was not chosen; there are " + columns);
    }
  }

  @Override
  public Optional<Labels> labels() {
    return all.labels();
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return all.asOf();
  }

  @Override
  public Table toTable() {
    StringColumn ids = StringColumn.create("customer");
    for (int row = 0; row < size(); row++) {
      ids.append(id(row));
    }
    Table table = Table.create("customers", ids);
    for (String column : numericColumns()) {
      table.addColumns(DoubleColumn.create(column, numeric(column)));
    }
    for (String column : categoricalColumns()) {
      table.addColumns(TableFeatures.texts(column, categorical(column)));
    }
    return table;
  }

  /** How many customers, and the columns. */
  @Override
  public String toString() {
    return size() + " customers: " + columns;
  }
}
