package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions to rows, asked together, so that one that comes true by chance among many is not taken
 * for a finding. Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * var report = Hypotheses.about(orders)
 *     .differs("payment", "payment type")        // do groups differ in a column?
 *     .goesWith("delivery days", "score")        // do two columns go together?
 *     .test();
 * }</pre>
 *
 * <p>A row is what is counted: for questions about customers give a row a customer. Tests, chosen
 * by the kind of the columns and the size of the groups, never by what comes out:
 *
 * <ul>
 *   <li>Numbers between two groups: Welch's t with Hedges' g; between more: Welch's ANOVA with
 *       eta². Means are what money is about, and from 30 rows a group on skewed values do no harm.
 *   <li>The same where a group has fewer rows, values never change within a group, or {@link
 *       #byRanks} is set: Mann-Whitney with the rank-biserial correlation, or Kruskal-Wallis with
 *       epsilon².
 *   <li>Categories between groups: Pearson's chi-square with Cramér's V; a note says where cells
 *       are too small.
 *   <li>Two columns with an order: Pearson's correlation; with {@link #byRanks}, fewer than 30
 *       rows, or ordered categories: Spearman's.
 * </ul>
 *
 * <p>All p are two-sided, and corrected after Holm 1979 for the hypotheses of the report. With many
 * rows the smallest difference is certain: look at the effect.
 */
public final class Hypotheses {

  private final CustomerFeatures rows;
  private final List<Question> questions;
  private final boolean byRanks;
  private final double level;

  private Hypotheses(
      CustomerFeatures rows, List<Question> questions, boolean byRanks, double level) {
    this.rows = rows;
    this.questions = questions;
    this.byRanks = byRanks;
    this.level = level;
  }

  /**
   * A plan without questions, at the level 0.05.
   *
   * @param rows what the questions are about
   * @return the plan
   */
  public static Hypotheses about(CustomerFeatures rows) {
    return new Hypotheses(rows, List.of(), false, 0.05);
  }

  /**
   * Asks whether groups differ in a column: in means where it holds numbers, in shares where it
   * holds categories.
   *
   * @param column any column
   * @param group a column of categories, or {@link Correlations#TARGET} for the rows' labels
   * @return a new plan
   * @throws IllegalArgumentException if there is no such column, or the groups are numbers
   */
  public Hypotheses differs(String column, String group) {
    GroupedRows.requireCategories(rows, group);
    GroupedRows.require(rows, column);
    return with(new Question(column, group, true));
  }

  /**
   * Asks whether all other columns differ between groups.
   *
   * @param group a column of categories, or {@link Correlations#TARGET} for the rows' labels
   * @return a new plan
   * @throws IllegalArgumentException if there is no such column, or the groups are numbers
   */
  public Hypotheses allDiffer(String group) {
    Hypotheses all = this;
    for (String column : GroupedRows.columns(rows)) {
      all = column.equals(group) ? all : all.differs(column, group);
    }
    return all;
  }

  /**
   * Asks whether two columns rise and fall together.
   *
   * @param first a numeric or ordered column
   * @param second another
   * @return a new plan
   * @throws IllegalArgumentException if there is no such column, or it has no order
   */
  public Hypotheses goesWith(String first, String second) {
    GroupedRows.requireOrder(rows, first);
    GroupedRows.requireOrder(rows, second);
    return with(new Question(first, second, false));
  }

  private Hypotheses with(Question question) {
    List<Question> more = new ArrayList<>(questions);
    more.add(question);
    return new Hypotheses(rows, List.copyOf(more), byRanks, level);
  }

  /**
   * Compares ranks instead of means, and correlates them: for values with outliers that are not to
   * count for more than others.
   *
   * @return a new plan
   */
  public Hypotheses byRanks() {
    return new Hypotheses(rows, questions, true, level);
  }

  /**
   * Sets the corrected p below which a hypothesis counts as true; 0.05 unless set.
   *
   * @param p above 0, below 1
   * @return a new plan
   */
  public Hypotheses level(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("level=" + p + "; choose above 0 and below 1");
    }
    return new Hypotheses(rows, questions, byRanks, p);
  }

  /**
   * Tests all hypotheses.
   *
   * @return the results, in the order the hypotheses were named
   * @throws IllegalStateException if there are none
   */
  public HypothesisReport test() {
    if (questions.isEmpty()) {
      throw new IllegalStateException("no hypothesis; name some with differs(…) or goesWith(…)");
    }
    GroupedRows grouped = new GroupedRows(rows, byRanks);
    return HypothesisReport.of(questions.stream().map(grouped::ask).toList(), level);
  }

  /** How many hypotheses, of how many rows. */
  @Override
  public String toString() {
    return questions.size() + " hypotheses about " + rows.size() + " rows";
  }

  /** One question: of groups, or of two columns that go together. */
  record Question(String column, String other, boolean grouped) {

    String shown() {
      return column + (grouped ? " by " : " with ") + other;
    }
  }
}
