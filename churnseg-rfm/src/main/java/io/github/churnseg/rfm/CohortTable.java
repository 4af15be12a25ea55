package io.github.churnseg.rfm;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How many customers of each cohort bought in each later month. Immutable and safe to share.
 *
 * <p>Cohorts are the calendar months from the first purchase of the log to its last observed month,
 * those without newcomers included. Month 0 is the month of the first purchase, so everyone is
 * active in it. A month after the as-of moment is unknown and has no figure; a month seen in part
 * has figures that may still grow, see {@link #observation}.
 */
public final class CohortTable {

  /** The group of customers whose first purchase has no value of the attribute. */
  public static final String MISSING = "(missing)";

  private final ObservedMonths months;
  private final CohortCounts counts;
  private final Optional<String> attribute;
  private final Map<String, CohortTable> groups;

  CohortTable(ObservedMonths months, CohortCounts counts) {
    this.months = months;
    this.counts = counts;
    this.attribute = Optional.empty();
    this.groups = Map.of();
  }

  CohortTable(
      ObservedMonths months,
      CohortCounts counts,
      String attribute,
      Map<String, CohortCounts> groups) {
    this.months = months;
    this.counts = counts;
    this.attribute = Optional.of(attribute);
    this.groups = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().customers()))
        .forEach(
            group -> this.groups.put(group.getKey(), new CohortTable(months, group.getValue())));
  }

  /**
   * The cohorts: months of first purchase.
   *
   * @return consecutive calendar months, the earliest first; none if nothing was bought
   */
  public List<YearMonth> cohorts() {
    return IntStream.range(0, months.count()).mapToObj(months::yearMonth).toList();
  }

  /**
   * The customers of all cohorts.
   *
   * @return distinct customers with a purchase
   */
  public int customers() {
    return counts.customers();
  }

  /**
   * The customers of a cohort.
   *
   * @param cohort a month of first purchase
   * @return its distinct customers
   */
  public int size(YearMonth cohort) {
    return counts.active(index(cohort), 0);
  }

  /**
   * The customers of a cohort who bought in a later month.
   *
   * @param cohort a month of first purchase
   * @param since calendar months since then, 0 or more
   * @return distinct customers with an order in that month, or nothing if it was not yet observed
   */
  public OptionalInt customers(YearMonth cohort, int since) {
    return observation(cohort, since) == Observation.NOT_YET
        ? OptionalInt.empty()
        : OptionalInt.of(counts.active(index(cohort), since));
  }

  /**
   * The share of a cohort that bought in a later month.
   *
   * @param cohort a month of first purchase
   * @param since calendar months since then, 0 or more
   * @return 0 to 1, or nothing if the month was not yet observed or the cohort has no customer
   */
  public OptionalDouble retention(YearMonth cohort, int since) {
    OptionalInt active = customers(cohort, since);
    int size = size(cohort);
    return active.isEmpty() || size == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(active.getAsInt() / (double) size);
  }

  /**
   * The share of all customers that bought so many months after their first month. Only cohorts for
   * which that month was observed whole count, above and below the line.
   *
   * @param since calendar months since the first purchase, 0 or more
   * @return 0 to 1, or nothing if no cohort with customers was observed for so long
   */
  public OptionalDouble retention(int since) {
    long active = 0;
    long size = 0;
    for (int cohort = 0; cohort < months.count(); cohort++) {
      if (observation(months.yearMonth(cohort), since) == Observation.WHOLE) {
        active += counts.active(cohort, since);
        size += counts.active(cohort, 0);
      }
    }
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(active / (double) size);
  }

  /**
   * Whether a cell has been seen whole, in part, or not yet.
   *
   * @param cohort a month of first purchase
   * @param since calendar months since then, 0 or more
   * @return what is known of the calendar month {@code cohort + since}
   */
  public Observation observation(YearMonth cohort, int since) {
    if (since < 0) {
      throw new IllegalArgumentException(
          "months since the first purchase are 0 or more, seen " + since);
    }
    return months.observation(Math.addExact(months.first() + index(cohort), since));
  }

  /**
   * The moment the log was complete up to.
   *
   * @return the as-of moment, in the log's local time
   */
  public LocalDateTime asOf() {
    return months.through();
  }

  /**
   * The attribute the cohorts are split by, if any.
   *
   * @return its name
   */
  public Optional<String> attribute() {
    return attribute;
  }

  /**
   * The values of the attribute.
   *
   * @return those with the most customers first, equals by name; none if the plan had no {@code by}
   */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /**
   * The cohorts of one group, over the same calendar months as the whole.
   *
   * @param value one of {@link #groups()}
   * @return its cohorts
   */
  public CohortTable group(String value) {
    CohortTable group = groups.get(value);
    if (group == null) {
      throw new IllegalArgumentException(
          attribute.isEmpty()
              ? "these cohorts are not split; ask for Cohorts.monthly().by(attribute)"
              : "no customer has " + attribute.get() + " '" + value + "'; there are " + groups());
    }
    return group;
  }

  private int index(YearMonth cohort) {
    int index = CalendarMonths.of(cohort) - months.first();
    if (index < 0 || index >= months.count()) {
      throw new IllegalArgumentException(
          "no cohort "
              + cohort
              + (months.count() == 0
                  ? "; nothing was bought"
                  : "; cohorts are "
                      + months.yearMonth(0)
                      + " to "
                      + months.yearMonth(months.count() - 1)));
    }
    return index;
  }

  /**
   * All observed cells, a row each: {@code group} (only where split by an attribute, and called by
   * its name), {@code cohort} and {@code month} as {@code yyyy-MM}, {@code months_since}, {@code
   * customers}, {@code retention}, {@code observed}. Months not yet observed have a row each too,
   * with missing figures.
   *
   * @return a new table
   */
  public Table toTable() {
    return CohortTables.table(this);
  }

  /**
   * Retention as a matrix: {@code cohort}, {@code customers}, then a column for each month since;
   * missing where not yet observed.
   *
   * @return a new table, of all customers together
   */
  public Table retentionTable() {
    return CohortTables.retention(this);
  }

  /** Retention in percent, as a triangle, and one line a group. */
  @Override
  public String toString() {
    return CohortText.of(this);
  }
}
