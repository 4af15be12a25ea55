package io.github.churnseg.features;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Some rows of other features, read through; the ids too, so that a row costs its number only. */
final class SelectedRows implements CustomerFeatures {

  private final CustomerFeatures all;
  private final RowNumbers rows;

  SelectedRows(CustomerFeatures all, int... rows) {
    this.all = all;
    this.rows = RowNumbers.of(all, rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public String id(int row) {
    return all.id(rows.get(row));
  }

  @Override
  public OptionalInt rowOf(String id) {
    OptionalInt row = all.rowOf(id);
    int place = row.isEmpty() ? -1 : rows.find(row.getAsInt());
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  @Override
  public List<String> numericColumns() {
    return all.numericColumns();
  }

  @Override
  public double[] numeric(String column) {
    double[] values = all.numeric(column);
    double[] selected = new double[size()];
    Arrays.setAll(selected, row -> values[rows.get(row)]);
    return selected;
  }

  @Override
  public List<String> categoricalColumns() {
    return all.categoricalColumns();
  }

  @Override
  public Categories categorical(String column) {
    return all.categorical(column).select(rows.toArray());
  }

  @Override
  public Optional<Labels> labels() {
    return all.labels().map(labels -> labels.select(rows.toArray()));
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return all.asOf();
  }

  @Override
  public Table toTable() {
    Table table = all.toTable();
    int[] picks = rows.toArray();
    Column<?>[] picked =
        table.columns().stream().map(column -> column.subset(picks)).toArray(Column<?>[]::new);
    return Table.create(table.name(), picked);
  }

  /** How many of how many. */
  @Override
  public String toString() {
    return size() + " of " + all;
  }
}
