package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Categories;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How a segment differs from all others: the mean of each number and the share of each category, on
 * both sides. Immutable.
 *
 * <p>A difference is given in standard deviations of all customers, so that columns compare; it
 * says nothing of causes, and of the columns that chose the segment it is there by choice.
 */
public final class TargetProfile {

  /**
   * One number or category.
   *
   * @param column the feature, {@code risk} or {@code spend}
   * @param category the category whose share this is; empty where it is the mean of a number
   * @param segment its mean or share in the segment; {@code NaN} where it is known of nobody there
   * @param rest its mean or share among all others
   * @param difference how far the first is above the second, in standard deviations of all
   */
  public record Line(
      String column, String category, double segment, double rest, double difference) {}

  private static final int SHOWN = 25;

  private final int inSegment;
  private final int inRest;
  private final List<Line> lines;

  private TargetProfile(int inSegment, int inRest, List<Line> lines) {
    this.inSegment = inSegment;
    this.inRest = inRest;
    this.lines =
        lines.stream()
            .sorted(
                Comparator.comparingDouble((Line line) -> -size(line.difference()))
                    .thenComparing(Line::column)
                    .thenComparing(Line::category))
            .toList();
  }

  private static double size(double difference) {
    return Double.isNaN(difference) ? -1 : Math.abs(difference);
  }

  static TargetProfile of(Risks risks, IntStream segment) {
    boolean[] in = new boolean[risks.size()];
    segment.forEach(row -> in[row] = true);
    int chosen = (int) IntStream.range(0, in.length).filter(row -> in[row]).count();
    if (chosen == 0 || chosen == in.length) {
      throw new InvalidDataException(
          "%d of %d customers are chosen, so there is no segment beside a rest; change a condition"
              .formatted(chosen, in.length));
    }
    TargetColumns columns = new TargetColumns(risks);
    List<Line> lines = new ArrayList<>();
    columns.numeric().forEach(name -> lines.add(line(name, "", columns.numbers(name), in)));
    for (String name : columns.categorical()) {
      Categories values = columns.categories(name);
      for (int level = 0; level < values.levels().size(); level++) {
        lines.add(line(name, values.levels().get(level), indicator(values, level), in));
      }
    }
    return new TargetProfile(chosen, in.length - chosen, lines);
  }

  private static double[] indicator(Categories values, int level) {
    return IntStream.range(0, values.size())
        .mapToDouble(row -> values.level(row) == level ? 1 : 0)
        .toArray();
  }

  private static Line line(String column, String category, double[] values, boolean[] in) {
    double[] segment = sorted(values, in, true);
    double[] rest = sorted(values, in, false);
    double here = mean(segment);
    double there = mean(rest);
    double deviation = deviation(segment, rest);
    double difference = here == there ? 0 : (here - there) / deviation;
    return new Line(column, category, here, there, difference);
  }

  /** Sorted, so that sums do not depend on the order of the rows. */
  private static double[] sorted(double[] values, boolean[] in, boolean wanted) {
    return IntStream.range(0, values.length)
        .filter(row -> in[row] == wanted && !Double.isNaN(values[row]))
        .mapToDouble(row -> values[row])
        .sorted()
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  private static double deviation(double[] segment, double[] rest) {
    double[] all =
        IntStream.range(0, segment.length + rest.length)
            .mapToDouble(at -> at < segment.length ? segment[at] : rest[at - segment.length])
            .sorted()
            .toArray();
    double mean = mean(all);
    return Math.sqrt(
        Arrays.stream(all).map(value -> (value - mean) * (value - mean)).average().orElse(0));
  }

  /**
   * The differences.
   *
   * @return the largest first
   */
  public List<Line> lines() {
    return lines;
  }

  /**
   * The mean of a number, or the share of a category, in the segment and among the others.
   *
   * @param column a numeric column
   * @return its line
   * @throws IllegalArgumentException if there is no such number; the message lists those there are
   */
  public Line of(String column) {
    return of(column, "");
  }

  /**
   * The share of a category in the segment and among the others.
   *
   * @param column a categorical column
   * @param category one of its categories
   * @return its line
   * @throws IllegalArgumentException if there is no such category
   */
  public Line of(String column, String category) {
    return lines.stream()
        .filter(line -> line.column().equals(column) && line.category().equals(category))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no line for '%s' %s; there are %s"
                        .formatted(
                            column,
                            category,
                            lines.stream().map(Line::column).distinct().sorted().toList())));
  }

  /**
   * A table with the columns {@code column}, {@code category}, {@code segment}, {@code rest} and
   * {@code difference}.
   *
   * @return a new table, a row a number or category, the largest difference first
   */
  public Table toTable() {
    return Table.create(
        "profile",
        StringColumn.create("column", lines.stream().map(Line::column)),
        StringColumn.create("category", lines.stream().map(Line::category)),
        DoubleColumn.create("segment", lines.stream().mapToDouble(Line::segment)),
        DoubleColumn.create("rest", lines.stream().mapToDouble(Line::rest)),
        DoubleColumn.create("difference", lines.stream().mapToDouble(Line::difference)));
  }

  /** How many on either side, and the largest differences. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("column", "category", "segment", "rest", "difference in sd");
    for (Line line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      table.row(
          line.column(),
          line.category(),
          shown(line, line.segment()),
          shown(line, line.rest()),
          String.format(Locale.ROOT, "%+.2f", line.difference()));
    }
    return String.format(
        Locale.ROOT,
        "%,d customers in the segment, %,d in the rest\n%s%s",
        inSegment,
        inRest,
        table,
        SHOWN < lines.size() ? "… " + lines.size() + " numbers and categories in all\n" : "");
  }

  private static String shown(Line line, double value) {
    return line.category().isEmpty()
        ? String.format(Locale.ROOT, "%,.2f", value)
        : String.format(Locale.ROOT, "%.1f %%", 100 * value);
  }
}
