package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HypothesesTest {

  private static final Offset<Double> EXACT = within(1e-9);

  private static double x(int i) {
    return i * 37 % 101 / 10.0;
  }

  private static double v(int i) {
    return Math.floor(x(i) + (i % 3 == 0 ? 2 : 0) + i * 7 % 11 / 5.0);
  }

  private static DoubleColumn numbers(String name, int rows, IntToDoubleFunction value) {
    return DoubleColumn.create(name, IntStream.range(0, rows).mapToDouble(value));
  }

  /** Rows by formula, the same as in the script that made the golden numbers. */
  private static CustomerFeatures rows(int rows) {
    Table table =
        Table.create(
            StringColumn.create("id", IntStream.range(0, rows).mapToObj(i -> "r%03d".formatted(i))),
            numbers("x", rows, HypothesesTest::x),
            numbers("v", rows, HypothesesTest::v),
            numbers("vk", rows, i -> v(i) + i % 4),
            numbers("same", rows, i -> 1),
            StringColumn.create(
                "two", IntStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? "a" : "b")),
            StringColumn.create("four", IntStream.range(0, rows).mapToObj(i -> "k" + i % 4)),
            StringColumn.create(
                "step",
                IntStream.range(0, rows).mapToObj(i -> x(i) > 6 ? "hi" : x(i) > 2 ? "mid" : "lo")));
    return CustomerFeatures.from(
        table,
        c ->
            c.id("id")
                .numeric("x", "v", "vk", "same")
                .categorical("two", "four")
                .ordinal("step", "lo", "mid", "hi"));
  }

  private static HypothesisResult only(Hypotheses plan) {
    return plan.test().results().get(0);
  }

  private static void assertResult(
      HypothesisResult result, String test, double statistic, double p, double effect) {
    assertThat(result.test()).isEqualTo(test);
    assertThat(result.statistic()).isCloseTo(statistic, EXACT);
    assertThat(result.p()).isCloseTo(p, within(1e-9 * Math.max(1e-3, p) + 1e-12));
    assertThat(result.effect()).isCloseTo(effect, EXACT);
  }

  /** scipy 1.10.1: ttest_ind(equal_var=False); Hedges' g and Welch's ANOVA from their formulas. */
  @Test
  void meansAgreeWithScipy() {
    Hypotheses about = Hypotheses.about(rows(120));
    HypothesisResult two = only(about.differs("v", "two"));
    assertResult(two, "Welch's t", 3.9631043457639406, 0.00016006037576852882, 0.7563047618452341);
    assertThat(two.size()).isEqualTo("medium");
    assertThat(two.groups()).extracting(GroupFigure::rows).containsExactly(40, 80);
    assertResult(
        only(about.differs("vk", "four")),
        "Welch's ANOVA",
        5.12025013808459,
        0.00307106513276372,
        0.1193632657047291);
  }

  /** scipy 1.10.1: mannwhitneyu(method='asymptotic'), kruskal. */
  @Test
  void ranksAgreeWithScipy() {
    Hypotheses about = Hypotheses.about(rows(120)).byRanks();
    assertResult(
        only(about.differs("v", "two")),
        "Mann-Whitney",
        2261,
        0.0002196800589716324,
        0.41312499999999996);
    assertResult(
        only(about.differs("vk", "four")),
        "Kruskal-Wallis",
        13.375464991040099,
        0.0038911493399581922,
        0.1123988654709252);
  }

  /** scipy 1.10.1: chi2_contingency(correction=False), pearsonr, spearmanr. */
  @Test
  void dependenceAgreesWithScipy() {
    Hypotheses about = Hypotheses.about(rows(120));
    assertResult(
        only(about.differs("step", "two")),
        "chi-square",
        0.030100334448160536,
        0.9850625205112642,
        0.015837806678998763);
    assertResult(
        only(about.goesWith("x", "v")), "Pearson", 0.9275077757760427, 0, 0.9275077757760427);
    assertResult(
        only(about.byRanks().goesWith("x", "v")),
        "Spearman",
        0.9359116706700018,
        0,
        0.9359116706700018);
    assertThat(only(about.goesWith("step", "v")).test()).isEqualTo("Spearman");
  }

  /** Holm's own procedure by hand: .005 × 5, .01 × 4, .03 × 3, then no smaller, then .2. */
  @Test
  void correctsAfterHolm() {
    assertThat(HypothesisReport.holm(.01, .04, .03, .005, Double.NaN, .2))
        .containsExactly(new double[] {.04, .09, .09, .025, Double.NaN, .2}, within(1e-12));
    assertThat(HypothesisReport.holm(.6, .7)).containsExactly(1, 1);
  }

  @Test
  void smallGroupsAreComparedByRanks() {
    assertThat(only(Hypotheses.about(rows(60)).differs("v", "two")).test())
        .isEqualTo("Mann-Whitney");
    assertThat(only(Hypotheses.about(rows(20)).goesWith("v", "x")).test()).isEqualTo("Spearman");
    assertThat(only(Hypotheses.about(rows(12)).differs("step", "four")).note())
        .hasValueSatisfying(note -> assertThat(note).startsWith("few rows in many cells"));
  }

  @Test
  void saysWhatCannotBeTested() {
    HypothesisReport report =
        Hypotheses.about(rows(120)).differs("same", "two").goesWith("same", "x").test();
    assertThat(report.results()).allMatch(one -> Double.isNaN(one.p()) && !one.holds());
    assertThat(report.results().get(0).note()).contains("the column never changes");
    assertThat(report.results().get(1).note()).contains("a column never changes");
    assertThat(only(Hypotheses.about(rows(2)).goesWith("v", "x")).note())
        .contains("fewer than 3 rows have both values");
    assertThat(only(Hypotheses.about(rows(1)).differs("v", "two")).note()).isPresent();
  }

  @Test
  void everyColumnBetweenTheClasses() {
    CustomerFeatures shop = Shop.customers(Shop.table(300, 2, 1));
    HypothesisReport report = Hypotheses.about(shop).allDiffer(Correlations.TARGET).test();
    assertThat(report.results()).hasSize(6);
    assertThat(report.of("silent by (target)").holds()).isTrue();
    assertThat(report.of("silent by (target)").effect()).isGreaterThan(0.8);
    assertThat(report.of("city by (target)").measure()).isEqualTo("Cramér's V");
    assertThat(report.of("noise0 by (target)").holds()).isFalse();
    assertThat(report.toString()).contains("silent by (target): mean left ");
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(report.toTable().columnNames()).contains("hypothesis", "holm", "effect", "holds");
    assertThat(report.toTable().rowCount()).isEqualTo(6);
    assertThat(report.level()).isEqualTo(0.05);
  }

  @Test
  void refusesWhatMeansNothing() {
    Hypotheses about = Hypotheses.about(rows(50));
    assertThatThrownBy(about::test)
        .hasMessage("no hypothesis; name some with differs(…) or goesWith(…)");
    assertThatThrownBy(() -> about.differs("v", "x"))
        .hasMessage(
            "column 'x' holds numbers, not groups; ask goesWith(…), or load it as categories");
    assertThatThrownBy(() -> about.differs("w", "two")).hasMessageStartingWith("no column 'w'");
    assertThatThrownBy(() -> about.goesWith("two", "v"))
        .hasMessage(
            "column 'two' has no order, so it cannot go with another; ask differs(other, 'two')");
    assertThatThrownBy(() -> about.level(1)).hasMessage("level=1.0; choose above 0 and below 1");
    assertThatThrownBy(() -> about.differs("v", "two").test().of("v by three"))
        .hasMessage("no hypothesis 'v by three'; there are [v by two]");
    assertThat(about.differs("v", "two")).hasToString("1 hypotheses about 50 rows");
    assertThat(List.of(about.level(0.01).differs("v", "two").test().level())).containsExactly(0.01);
  }
}
