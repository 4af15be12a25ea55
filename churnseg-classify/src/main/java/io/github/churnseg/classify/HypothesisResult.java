package io.github.churnseg.classify;

import java.util.List;
import java.util.Optional;

/**
 * What the rows say of one hypothesis. Immutable.
 *
 * @param hypothesis what was asked, such as {@code payment by type}
 * @param test how it was tested
 * @param rows how many rows have the values it needs
 * @param statistic the test's statistic; {@code NaN} where nothing can be tested
 * @param p how often rows without any such difference would give one at least as large, 0 to 1
 * @param holm the same, corrected for all hypotheses of the report (Holm 1979)
 * @param measure what the effect is measured by, such as {@code Hedges' g}
 * @param effect how large the difference or dependence is
 * @param size the effect in words after Cohen 1988: none, small, medium or large
 * @param holds whether the corrected p is below the level of the report
 * @param groups the groups that were compared, where numbers were
 * @param note what to be careful about, such as groups that were too small
 */
public record HypothesisResult(
    String hypothesis,
    String test,
    int rows,
    double statistic,
    double p,
    double holm,
    String measure,
    double effect,
    String size,
    boolean holds,
    List<GroupFigure> groups,
    Optional<String> note) {

  /**
   * Copies the list.
   *
   * @param hypothesis what was asked
   * @param test how it was tested
   * @param rows how many rows have the values it needs
   * @param statistic the test's statistic
   * @param p the test's p
   * @param holm the corrected p
   * @param measure what the effect is measured by
   * @param effect how large it is
   * @param size the effect in words
   * @param holds whether the corrected p is below the level
   * @param groups the groups that were compared
   * @param note what to be careful about
   */
  public HypothesisResult {
    groups = List.copyOf(groups);
  }
}
