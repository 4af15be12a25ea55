package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.DistinctIds;
import io.github.churnseg.internal.IdDictionary;
import io.github.churnseg.internal.NoSuchColumn;
import io.github.churnseg.internal.Shown;
import io.github.churnseg.internal.Utf8;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Features copied from a table. */
final class TableFeatures implements CustomerFeatures {

  private final String idColumn;
  private final IdDictionary ids;
  private final Map<String, double[]> numeric;
  private final Map<String, Categories> categorical;
  private final Optional<Labels> labels;

  private TableFeatures(
      String idColumn,
      IdDictionary ids,
      Map<String, double[]> numeric,
      Map<String, Categories> categorical,
      Optional<Labels> labels) {
    this.labels = labels;
    this.idColumn = idColumn;
    this.ids = ids;
    this.numeric = numeric;
    this.categorical = categorical;
  }

  static TableFeatures from(Table table, FeatureColumns columns) {
    String idColumn =
        columns
            .id()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no id column was named; name one of "
                            + table.columnNames()
                            + " with id(…)"));
    if (columns.numeric().isEmpty() && columns.categorical().isEmpty()) {
      throw new IllegalArgumentException(
          "no feature was named; name some of "
              + table.columnNames()
              + " with numeric(…) or categorical(…)");
    }
    Map<String, double[]> numeric = new LinkedHashMap<>();
    columns.numeric().forEach(name -> numeric.put(name, numbers(table, name)));
    Map<String, Categories> categorical = new LinkedHashMap<>();
    columns
        .categorical()
        .forEach((name, order) -> categorical.put(name, categories(table, name, order)));
    Optional<Labels> labels = columns.target().map(target -> labels(table, target));
    return new TableFeatures(idColumn, ids(table, idColumn), numeric, categorical, labels);
  }

  private static Column<?> column(Table table, String name) {
    if (!table.containsColumn(name)) {
      throw new InvalidDataException(
          "no column '"
              + name
              + "' in table '"
              + table.name()
              + "'; it has "
              + table.columnNames());
    }
    return table.column(name);
  }

  private static double[] numbers(Table table, String name) {
    if (column(table, name) instanceof NumericColumn<?> numbers) {
      return numbers.asDoubleArray();
    }
    throw new InvalidDataException(
        "column '"
            + name
            + "' holds "
            + table.column(name).type()
            + ", not numbers; name it with categorical(…), or load it as numbers");
  }

  private static Labels labels(Table table, FeatureColumns.Target target) {
    Column<?> column = column(table, target.column());
    List<String> classes = new ArrayList<>(column.size());
    for (int row = 0; row < column.size(); row++) {
      String text = text(column, row);
      if (text.isEmpty()) {
        throw new InvalidDataException(
            "target '%s', row %d (from 0): no class; leave out the customers whose class is unknown"
                .formatted(target.column(), row));
      }
      classes.add(text);
    }
    Labels labels = Labels.of(classes);
    return target.positive().map(labels::positive).orElse(labels);
  }

  private static Categories categories(Table table, String name, List<String> order) {
    Column<?> column = column(table, name);
    Categories.Builder builder = new Categories.Builder(column.size());
    for (int row = 0; row < column.size(); row++) {
      String text = text(column, row);
      if (text.isEmpty()) {
        builder.addMissing();
      } else {
        builder.add(text);
      }
    }
    return order.isEmpty()
        ? builder.build()
        : builder.build(
            order,
            seen ->
                new InvalidDataException(
                    "column '%s' holds '%s', which is none of its levels %s; add it or repair it"
                        .formatted(name, seen, order)));
  }

  /** Empty where the value is missing, as Tablesaw's own setMissing leaves texts. */
  private static String text(Column<?> column, int row) {
    return column.isMissing(row) ? "" : column.getUnformattedString(row);
  }

  private static IdDictionary ids(Table table, String name) {
    Column<?> column = column(table, name);
    DistinctIds ids = new DistinctIds(new WrongId(name));
    for (int row = 0; row < column.size(); row++) {
      String id = text(column, row);
      if (id.isEmpty()) {
        throw new InvalidDataException(
            "column '" + name + "', row " + row + " (from 0): no id; give each customer one");
      }
      ids.add(id);
    }
    return ids.all();
  }

  /** What is wrong with an id of a column. */
  private record WrongId(String column) implements DistinctIds.Refusal {

    @Override
    public InvalidDataException twice(String id, int first, int second) {
      return new InvalidDataException(
          "column '%s': id %s is in row %s and in row %s (from 0); give one row a customer"
              .formatted(column, Shown.value(id), first, second));
    }

    @Override
    public InvalidDataException noText(String id, int row) {
      return new InvalidDataException(
          "column '%s', row %s (from 0): id %s %s"
              .formatted(column, row, Shown.value(id), Utf8.PROBLEM));
    }
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public String id(int row) {
    return ids.get(row);
  }

  @Override
  public OptionalInt rowOf(String id) {
    int row = ids.find(id);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  @Override
  public List<String> numericColumns() {
    return List.copyOf(numeric.keySet());
  }

  @Override
  public double[] numeric(String column) {
    return values(column).clone();
  }

  @Override
  public ColumnReader reader(String column) {
    double[] values = values(column);
    return (from, count, target) -> System.arraycopy(values, from, target, 0, count);
  }

  private double[] values(String column) {
    double[] values = numeric.get(column);
    if (values == null) {
      throw NoSuchColumn.numeric(column, numericColumns());
    }
    return values;
  }

  @Override
  public List<String> categoricalColumns() {
    return List.copyOf(categorical.keySet());
  }

  @Override
  public Categories categorical(String column) {
    Categories values = categorical.get(column);
    if (values == null) {
      throw NoSuchColumn.categorical(column, categoricalColumns());
    }
    return values;
  }

  @Override
  public Optional<Labels> labels() {
    return labels;
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return Optional.empty();
  }

  @Override
  public Table toTable() {
    String[] texts = new String[size()];
    for (int row = 0; row < texts.length; row++) {
      texts[row] = id(row);
    }
    Table table = Table.create("customers", StringColumn.create(idColumn, texts));
    numeric.forEach((name, values) -> table.addColumns(DoubleColumn.create(name, values)));
    categorical.forEach((name, values) -> table.addColumns(texts(name, values)));
    return table;
  }

  static StringColumn texts(String name, Categories values) {
    StringColumn column = StringColumn.create(name);
    for (int row = 0; row < values.size(); row++) {
      values.value(row).ifPresentOrElse(column::append, column::appendMissing);
    }
    return column;
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
