package io.github.churnseg.features;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Some rows of other features, read through. */
final class SelectedRows implements CustomerFeatures {

  private final CustomerFeatures all;
  private final int[] rows;
  private final IdIndex ids;

  private SelectedRows(CustomerFeatures all, int[] rows, IdIndex ids) {
    this.all = all;
    this.rows = rows;
    this.ids = ids;
  }

  static SelectedRows of(CustomerFeatures all, int... rows) {
    String[] ids = Arrays.stream(rows).mapToObj(all::id).toArray(String[]::new);
    return new SelectedRows(all, rows.clone(), IdIndex.of("id", ids));
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public String id(int row) {
    return ids.get(row);
  }

  @Override
  public OptionalInt rowOf(String id) {
    return ids.find(id);
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
    return all.categorical(column).select(rows);
  }

  @Override
  public Optional<Labels> labels() {
    return all.labels().map(labels -> labels.select(rows));
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return all.asOf();
  }

  @Override
  public Table toTable() {
    Table table = all.toTable();
    Column<?>[] picked =
        table.columns().stream().map(column -> column.subset(rows)).toArray(Column<?>[]::new);
    return Table.create(table.name(), picked);
  }

  /** How many of how many. */
  @Override
  public String toString() {
    return size() + " of " + all;
  }
}
