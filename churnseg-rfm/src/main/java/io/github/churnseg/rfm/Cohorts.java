package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.Optional;

/**
 * Groups customers by the calendar month of their first purchase and follows how many of them buy
 * again. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * var cohorts = Cohorts.monthly().by("customer_state").of(log.asOf(LocalDate.of(2018, 9, 1)));
 * cohorts.retention(YearMonth.of(2017, 11), 3);  // share of November's newcomers who bought in February
 * cohorts.group("SP");                           // the same for one state
 * }</pre>
 *
 * <p>A customer is in one cohort, and is active in each calendar month with an order of theirs. The
 * months since are a difference of calendar months, never of days: February to March is one month.
 * An order belongs to the month of its first line that is no return; a return makes nobody active,
 * and a customer with returns only is in no cohort. Cost: linear in the lines.
 */
public final class Cohorts {

  private final Optional<String> attribute;

  private Cohorts(Optional<String> attribute) {
    this.attribute = attribute;
  }

  /**
   * Cohorts by calendar month, of all customers together.
   *
   * @return the plan
   */
  public static Cohorts monthly() {
    return new Cohorts(Optional.empty());
  }

  /**
   * Splits the cohorts by a text attribute of the lines as well, such as a state or a channel.
   *
   * <p>A customer belongs to the value at the first purchase, whatever the value was later, so that
   * each customer counts once and the groups add up to the whole. Where several lines of that very
   * moment differ, it is the first of their values in alphabetical order; where none of them has a
   * value, the group is {@value CohortTable#MISSING}.
   *
   * @param attribute one of the log's {@link Transactions#textAttributes()}
   * @return a new plan
   */
  public Cohorts by(String attribute) {
    return new Cohorts(Optional.of(attribute));
  }

  /**
   * Counts the cohorts of a log.
   *
   * @param log what was bought, cut at the date the counts are to be true of
   * @return the cohorts, as of {@link Transactions#observedThrough()}
   * @throws IllegalArgumentException if the log lacks the attribute; the message lists those it has
   * @throws io.github.churnseg.InvalidDataException if the log spans more than 1,200 months
   */
  public CohortTable of(Transactions log) {
    ObservedMonths months = ObservedMonths.of(log).plausible();
    CohortCounts all = new CohortCounts(months);
    if (attribute.isEmpty()) {
      all.addAll(new CustomerOrders(log));
      return new CohortTable(months, all);
    }
    FirstValues values = FirstValues.of(log, attribute.get());
    return new CohortTable(
        months, all, attribute.get(), all.addAll(new CustomerOrders(log), values::of));
  }

  /** What is counted. */
  @Override
  public String toString() {
    return "monthly cohorts" + attribute.map(name -> " by " + name).orElse("");
  }
}
