package io.github.churnseg.rfm;

import io.github.churnseg.SegmentedModel;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which segment each customer was in at one date and is in at a later one. Immutable and safe to
 * share between threads; holds eight bytes a customer beside the assignments.
 *
 * <pre>{@code
 * var moved = Movement.between(log, LocalDate.of(2018, 3, 1), LocalDate.of(2018, 9, 1), model, "value");
 * moved.customers(champions, atRisk);  // how many went from one to the other
 * moved.changes();                     // who, and from where
 * }</pre>
 *
 * <p>Both dates are segmented by one model, so that a customer moves by what they did and not
 * because the cut points did. Fit the model at the first date, or earlier, where what follows must
 * not show in it.
 */
public final class Movement {

  /** Names the row of customers who were not there at the first date. */
  public static final String NEW = "(new)";

  /** Names the column of customers who are not there at the later date. */
  public static final String GONE = "(gone)";

  private final Assignments before;
  private final Assignments after;
  private final List<SegmentLabel> segments;

  /** Customers by previous and current segment; the last of each is for those without. */
  private final int[][] matrix;

  private Movement(Assignments before, Assignments after) {
    this.before = before;
    this.after = after;
    Set<SegmentLabel> labels = new LinkedHashSet<>(before.labels());
    labels.addAll(after.labels());
    this.segments = List.copyOf(labels);
    this.matrix = new int[segments.size() + 1][segments.size() + 1];
    moves().forEach(move -> matrix[index(move.previous())][index(move.current())]++);
  }

  /**
   * Compares two assignments by the customers' ids.
   *
   * @param before segments at the first date
   * @param after segments at the later date, by the same model
   * @return the movement
   */
  public static Movement of(Assignments before, Assignments after) {
    return new Movement(before, after);
  }

  /**
   * Segments a log as of two dates, with segments from any function.
   *
   * @param log what was bought
   * @param first the first as-of date, see {@link Transactions#asOf(LocalDate)}
   * @param later the second as-of date, after the first
   * @param segments assigns segments to the customers of a cut log, the same way for both
   * @return the movement
   */
  public static Movement between(
      Transactions log,
      LocalDate first,
      LocalDate later,
      Function<Transactions, Assignments> segments) {
    if (!first.isBefore(later)) {
      throw new IllegalArgumentException(
          "the first date must be before the later one, seen " + first + " and " + later);
    }
    return of(segments.apply(log.asOf(first)), segments.apply(log.asOf(later)));
  }

  /**
   * Segments a log as of two dates, with the segments of a model.
   *
   * @param log what was bought
   * @param first the first as-of date, see {@link Transactions#asOf(LocalDate)}
   * @param later the second as-of date, after the first
   * @param model segments that have been learnt
   * @param segmenter the name of one of its segmenters
   * @return the movement
   */
  public static Movement between(
      Transactions log,
      LocalDate first,
      LocalDate later,
      SegmentedModel<Transactions, ?> model,
      String segmenter) {
    return between(log, first, later, cut -> model.assign(segmenter, cut));
  }

  private int index(Optional<SegmentLabel> segment) {
    return segment.map(this::index).orElse(segments.size());
  }

  private int index(SegmentLabel segment) {
    int index = segments.indexOf(segment);
    if (index < 0) {
      throw new IllegalArgumentException("no segment '" + segment + "'; there are " + segments);
    }
    return index;
  }

  /**
   * The segments of either date.
   *
   * @return labels in the order of the model
   */
  public List<SegmentLabel> segments() {
    return segments;
  }

  /**
   * How many customers went from one segment to another, or stayed where both are the same.
   *
   * @param previous the segment at the first date
   * @param current the segment at the later date
   * @return customers
   */
  public int customers(SegmentLabel previous, SegmentLabel current) {
    return matrix[index(previous)][index(current)];
  }

  /**
   * Customers of a segment who were not there at the first date.
   *
   * @param current the segment at the later date
   * @return customers
   */
  public int arrived(SegmentLabel current) {
    return matrix[segments.size()][index(current)];
  }

  /**
   * Customers of a segment who are not there at the later date.
   *
   * @param previous the segment at the first date
   * @return customers; 0 where both dates come from one log, which forgets nobody
   */
  public int gone(SegmentLabel previous) {
    return matrix[index(previous)][segments.size()];
  }

  /**
   * Customers in the same segment at both dates.
   *
   * @return customers
   */
  public int stayed() {
    int count = 0;
    for (int segment = 0; segment < segments.size(); segment++) {
      count += matrix[segment][segment];
    }
    return count;
  }

  /**
   * Customers there at both dates, in different segments.
   *
   * @return customers
   */
  public int moved() {
    int count = -stayed();
    for (int segment = 0; segment < segments.size(); segment++) {
      count += Arrays.stream(matrix[segment], 0, segments.size()).sum();
    }
    return count;
  }

  /**
   * Customers who were not there at the first date.
   *
   * @return customers
   */
  public int arrived() {
    return Arrays.stream(matrix[segments.size()]).sum();
  }

  /**
   * Customers who are not there at the later date.
   *
   * @return customers
   */
  public int gone() {
    return Arrays.stream(matrix).mapToInt(row -> row[segments.size()]).sum();
  }

  /**
   * The customers whose segment changed, new and gone ones included.
   *
   * @return changes, in the order of the first date's customers, then the new ones
   */
  public List<Move> changes() {
    return moves().filter(Move::isChange).toList();
  }

  private Stream<Move> moves() {
    Stream<Move> known =
        IntStream.range(0, before.size())
            .mapToObj(row -> move(before.id(row), Optional.of(before.label(row))));
    Stream<Move> arrived =
        IntStream.range(0, after.size())
            .filter(row -> before.customers().rowOf(after.id(row)).isEmpty())
            .mapToObj(row -> move(after.id(row), Optional.empty()));
    return Stream.concat(known, arrived);
  }

  private Move move(String customer, Optional<SegmentLabel> previous) {
    return new Move(customer, previous, after.of(customer));
  }

  /**
   * The matrix: a row for each previous segment in the column {@code from}, a column for each
   * current one. The row {@value #NEW} holds who was not there at the first date, the column
   * {@value #GONE} who is not there at the later one.
   *
   * @return a new table of customers
   */
  public Table toTable() {
    List<String> names = segments.stream().map(SegmentLabel::name).toList();
    Table table = Table.create("movement", StringColumn.create("from", names).append(NEW));
    for (int to = 0; to < matrix.length; to++) {
      int column = to;
      int[] customers = Arrays.stream(matrix).mapToInt(row -> row[column]).toArray();
      table.addColumns(IntColumn.create(to < names.size() ? names.get(to) : GONE, customers));
    }
    return table;
  }

  /**
   * Every customer of either date: {@code customer}, {@code previous} and {@code current} segment,
   * missing where the customer was not there, and whether they {@code changed}.
   *
   * @return a new table, in the order of the first date's customers, then the new ones
   */
  public Table customerTable() {
    StringColumn customer = StringColumn.create("customer");
    StringColumn previous = StringColumn.create("previous");
    StringColumn current = StringColumn.create("current");
    BooleanColumn changed = BooleanColumn.create("changed");
    moves()
        .forEach(
            move -> {
              customer.append(move.customer());
              append(previous, move.previous());
              append(current, move.current());
              changed.append(move.isChange());
            });
    return Table.create("customers", customer, previous, current, changed);
  }

  private static void append(StringColumn column, Optional<SegmentLabel> segment) {
    segment.ifPresentOrElse(label -> column.append(label.name()), column::appendMissing);
  }

  Optional<LocalDateTime> first() {
    return before.customers().asOf();
  }

  Optional<LocalDateTime> later() {
    return after.customers().asOf();
  }

  /** Customers by the places of their segments; the place after the last is for none. */
  int at(int previous, int current) {
    return matrix[previous][current];
  }

  /** The matrix where it fits into 100 columns, else the largest moves. */
  @Override
  public String toString() {
    return MovementText.of(this);
  }
}
