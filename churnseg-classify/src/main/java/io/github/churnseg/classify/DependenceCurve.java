package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A prediction along one column; {@link PartialDependence} makes it. Immutable. */
public final class DependenceCurve {

  private static final int BAR = 40;

  private final String column;
  private final String className;
  private final int customers;
  private final boolean hasOrder;
  private final List<DependencePoint> points;

  DependenceCurve(
      String column,
      String className,
      int customers,
      boolean hasOrder,
      List<DependencePoint> points) {
    this.column = column;
    this.className = className;
    this.customers = customers;
    this.hasOrder = hasOrder;
    this.points = List.copyOf(points);
  }

  /**
   * The column that is followed.
   *
   * @return its name
   */
  public String column() {
    return column;
  }

  /**
   * The class whose probability is followed.
   *
   * @return its name
   */
  public String className() {
    return className;
  }

  /**
   * The points, lowest value first; categories in the order of their levels.
   *
   * @return at least one
   */
  public List<DependencePoint> points() {
    return points;
  }

  /**
   * How far the mean prediction moves at most.
   *
   * @return the highest probability less the lowest, 0 to 1
   */
  public double range() {
    double highest = points.stream().mapToDouble(DependencePoint::probability).max().orElse(0);
    return highest - points.stream().mapToDouble(DependencePoint::probability).min().orElse(0);
  }

  /**
   * Which way the curve goes.
   *
   * @return 1 if it rises throughout, -1 if it falls throughout, between where it turns; {@code
   *     NaN} where the column has no order or the curve is flat
   */
  public double direction() {
    double net = 0;
    double path = 0;
    for (int at = 1; at < points.size() && hasOrder; at++) {
      double step = points.get(at).probability() - points.get(at - 1).probability();
      net += step;
      path += Math.abs(step);
    }
    return net / path;
  }

  /**
   * A table with the columns {@code value}, {@code number}, {@code probability} and {@code spread}.
   *
   * @return a new table, a row a point
   */
  public Table toTable() {
    Table table =
        Table.create(
            "partial dependence",
            StringColumn.create("value"),
            DoubleColumn.create("number"),
            DoubleColumn.create("probability"),
            DoubleColumn.create("spread"));
    for (DependencePoint point : points) {
      table.stringColumn("value").append(point.value());
      table.doubleColumn("number").append(point.number());
      table.doubleColumn("probability").append(point.probability());
      table.doubleColumn("spread").append(point.spread());
    }
    return table;
  }

  /** The points, each with a bar. */
  @Override
  public String toString() {
    TextTable table = TextTable.of(column, "mean P", "±", "");
    for (DependencePoint point : points) {
      table.row(
          point.value(),
          String.format(Locale.ROOT, "%.3f", point.probability()),
          String.format(Locale.ROOT, "%.3f", point.spread()),
          "#".repeat((int) Math.round(BAR * point.probability())));
    }
    return "P("
        + className
        + ") along "
        + column
        + ", mean of "
        + customers
        + " customers\n"
        + table;
  }
}
