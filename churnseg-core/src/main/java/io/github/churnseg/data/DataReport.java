package io.github.churnseg.data;

import io.github.churnseg.internal.TextTable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What was read, kept and left out, and why; and what the log holds. It travels with the data into
 * every report and model. Immutable; prints as a table.
 *
 * <p>Every row of the source is in exactly one place: {@link #rowsRead()} is {@link #linesKept()}
 * and the rows of {@link #leftOut()} together.
 */
public final class DataReport {

  private final LoadFacts facts;
  private final LogFacts log;
  private final int linesCut;

  /**
   * Values that were changed, or rows left out, before they came into the log. Immutable.
   *
   * @param what what was done, such as {@code "'стандартт' is 'стандарт'"}
   * @param where the column or columns
   * @param values how many values it changed, or rows it left out
   */
  public record Change(String what, String where, long values) {}

  DataReport(LoadFacts facts, LogFacts log, int linesCut) {
    this.facts = facts;
    this.log = log;
    this.linesCut = linesCut;
  }

  LoadFacts facts() {
    return facts;
  }

  LogFacts log() {
    return log;
  }

  static DataReport of(LineColumns columns, LoadFacts facts, int linesCut) {
    return new DataReport(facts, LogFacts.of(columns), linesCut);
  }

  /**
   * Where the rows came from.
   *
   * @return the file, or the kind of source
   */
  public String source() {
    return facts.source();
  }

  /**
   * Rows that the source held.
   *
   * @return rows, headers not counted
   */
  public long rowsRead() {
    return facts.rowsRead();
  }

  /**
   * Rows that became lines of the log, before any cut at a date.
   *
   * @return lines
   */
  public int linesKept() {
    return facts.linesKept();
  }

  /**
   * Rows that did not become lines, by reason, in the order in which rows are judged.
   *
   * @return the reasons, none without rows
   */
  public List<LeftOut> leftOut() {
    return facts.leftOut();
  }

  /**
   * Rows left out for a kind of reason.
   *
   * @param kind the kind
   * @return rows
   */
  public long rows(LeftOut.Kind kind) {
    return facts.leftOut().stream()
        .filter(left -> left.kind() == kind)
        .mapToLong(LeftOut::rows)
        .sum();
  }

  /**
   * Rows that could not be used, by reason; see {@link RowPolicy#SKIP}.
   *
   * @return the reasons, none without rows
   */
  public List<LeftOut> refused() {
    return facts.leftOut().stream().filter(left -> left.kind() == LeftOut.Kind.INVALID).toList();
  }

  /**
   * Rows that named no customer.
   *
   * @return rows, all left out
   */
  public long missingCustomers() {
    return rows(LeftOut.Kind.MISSING_CUSTOMER);
  }

  /**
   * Rows that repeated an earlier row and were left out; 0 under {@link DuplicatePolicy#KEEP},
   * which does not look for them.
   *
   * @return rows
   */
  public long duplicates() {
    return rows(LeftOut.Kind.DUPLICATE);
  }

  /**
   * Returns that are lines of the log, with a negative amount; see {@link ReturnPolicy#NET}.
   *
   * @return lines, after the cut
   */
  public int returnLines() {
    return log.returnLines();
  }

  /**
   * What became of returns that were matched to purchases; see {@link ReturnPolicy#MATCH}.
   *
   * @return the counts, all 0 under another policy
   */
  public MatchCounts matched() {
    return facts.matched();
  }

  /**
   * Ids of customers, orders and products that had blanks around them.
   *
   * @return how many fields lost blanks
   */
  public long idsStripped() {
    return facts.idsStripped();
  }

  /**
   * Lines that were cut off because they were later than the as-of date, or earlier than wanted.
   *
   * @return lines
   */
  public int linesCut() {
    return linesCut;
  }

  /**
   * Lines of the log.
   *
   * @return lines, after the cut
   */
  public int lines() {
    return log.lines();
  }

  /**
   * Customers with at least one line.
   *
   * @return customers, after the cut
   */
  public int customers() {
    return log.customers();
  }

  /**
   * Orders with at least one line.
   *
   * @return orders, after the cut
   */
  public int orders() {
    return log.orders();
  }

  /**
   * The time of the earliest line.
   *
   * @return the time, or nothing if there is no line
   */
  public Optional<LocalDateTime> first() {
    return lines() == 0 ? Optional.empty() : Optional.of(Moments.of(log.firstMillis()));
  }

  /**
   * The time of the latest line.
   *
   * @return the time, or nothing if there is no line
   */
  public Optional<LocalDateTime> last() {
    return lines() == 0 ? Optional.empty() : Optional.of(Moments.of(log.lastMillis()));
  }

  /**
   * How many of the customers who bought have exactly one order: these tie in frequency.
   *
   * @return a share from 0 to 1, {@code NaN} if nobody bought
   */
  public double shareWithOneOrder() {
    return log.shareWithOneOrder();
  }

  /**
   * How many of the customers who bought did so last on the most common day: these tie in recency.
   *
   * @return a share from 0 to 1, {@code NaN} if nobody bought
   */
  public double shareOfMostCommonDay() {
    return log.shareOfMostCommonDay();
  }

  /**
   * How many of the customers who bought spent the most common total: these tie in money.
   *
   * @return a share from 0 to 1, {@code NaN} if nobody bought
   */
  public double shareOfMostCommonAmount() {
    return log.shareOfMostCommonAmount();
  }

  /**
   * Repairs of the source before it was loaded; see {@link Transactions#repaired}.
   *
   * @return the changes, in order
   */
  public List<Change> changes() {
    return facts.changes();
  }

  /**
   * The rows read, left out by reason, and kept, as a Tablesaw table.
   *
   * @return a new table: kind, column, reason, rows, first lines
   */
  public Table toTable() {
    StringColumn kind = StringColumn.create("kind");
    StringColumn column = StringColumn.create("column");
    StringColumn reason = StringColumn.create("reason");
    LongColumn rows = LongColumn.create("rows");
    StringColumn firstLines = StringColumn.create("first lines");
    List<LeftOut> all = new ArrayList<>();
    for (LeftOut left : leftOut()) {
      kind.append(left.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      all.add(left);
    }
    for (LeftOut left : all) {
      column.append(left.column());
      reason.append(left.reason());
      rows.append(left.rows());
      firstLines.append(lines(left));
    }
    kind.append("kept");
    column.append("");
    reason.append("");
    rows.append(linesKept());
    firstLines.append("");
    return Table.create(source(), kind, column, reason, rows, firstLines);
  }

  private static String lines(LeftOut left) {
    String first =
        left.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return left.rows() > left.firstLines().size() ? first + ", …" : first;
  }

  /** Whether the other says the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DataReport report
        && facts.equals(report.facts)
        && log.equals(report.log)
        && linesCut == report.linesCut;
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("rows of " + source(), "rows", "share", "first at line");
    table.row("read", count(rowsRead()), share(rowsRead()), "");
    for (LeftOut left : leftOut()) {
      String column = left.column().isEmpty() ? "" : left.column() + ": ";
      table.row("- " + column + left.reason(), count(left.rows()), share(left.rows()), lines(left));
    }
    table.row("kept", count(linesKept()), share(linesKept()), "");
    return table + "\n" + holdings();
  }

  private TextTable holdings() {
    TextTable table = TextTable.of("the log", "");
    if (linesCut > 0) {
      table.row("lines cut by date", count(linesCut));
    }
    table.row("lines", count(lines()));
    table.row("of them returns", count(returnLines()));
    if (!matched().equals(MatchCounts.NONE)) {
      table.row("returns matched whole", count(matched().whole()));
      table.row("returns matched in part", count(matched().partly()));
      table.row("returns without purchase", count(matched().unmatched()));
      table.row("purchases reduced by returns", count(matched().reducedLines()));
    }
    table.row("customers", count(customers()));
    table.row("orders", count(orders()));
    table.row("first", first().map(LocalDateTime::toString).orElse("-"));
    table.row("last", last().map(LocalDateTime::toString).orElse("-"));
    table.row("customers with one order", percent(shareWithOneOrder()));
    table.row("customers on the most common last day", percent(shareOfMostCommonDay()));
    table.row("customers with the most common total", percent(shareOfMostCommonAmount()));
    if (idsStripped() > 0) {
      table.row("ids that lost blanks around them", count(idsStripped()));
    }
    changes()
        .forEach(
            change -> table.row(change.what() + " in " + change.where(), count(change.values())));
    return table;
  }

  private String share(long rows) {
    return rowsRead() == 0 ? "" : percent((double) rows / rowsRead());
  }

  private static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
