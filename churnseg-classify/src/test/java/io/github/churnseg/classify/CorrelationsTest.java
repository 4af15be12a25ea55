package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Preprocessing;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class CorrelationsTest {

  private static final Offset<Double> NEAR = within(2e-5);

  private static double x(int i) {
    return i * 37 % 101 / 10.0;
  }

  private static double y(int i) {
    return Math.floor(x(i) * x(i) + i * 53 % 17);
  }

  private static double z(int i) {
    return i * 29 % 7;
  }

  /** Two hundred rows by formula, the same as in the script that made the golden numbers. */
  private static Table table() {
    return Table.create(
        StringColumn.create("id", IntStream.range(0, 200).mapToObj(i -> "r" + i)),
        DoubleColumn.create("x", IntStream.range(0, 200).mapToDouble(CorrelationsTest::x)),
        DoubleColumn.create("y", IntStream.range(0, 200).mapToDouble(CorrelationsTest::y)),
        DoubleColumn.create("z", IntStream.range(0, 200).mapToDouble(CorrelationsTest::z)),
        DoubleColumn.create(
            "w",
            IntStream.range(0, 200).mapToDouble(i -> Math.floor(x(i) * 10 + 3 * z(i) + i * i % 5))),
        StringColumn.create(
            "c",
            IntStream.range(0, 200).mapToObj(i -> x(i) > 5 ? "hi" : i % 3 == 0 ? "mid" : "lo")));
  }

  private static CustomerFeatures customers(String... numbers) {
    return CustomerFeatures.from(table(), c -> c.id("id").numeric(numbers).categorical("c"));
  }

  private static double phik(int[][] counts) {
    int[] a =
        IntStream.range(0, counts.length)
            .flatMap(i -> IntStream.generate(() -> i).limit(IntStream.of(counts[i]).sum()))
            .toArray();
    int[] b =
        IntStream.range(0, counts.length)
            .flatMap(
                i ->
                    IntStream.range(0, counts[i].length)
                        .flatMap(j -> IntStream.generate(() -> j).limit(counts[i][j])))
            .toArray();
    return PhiK.of(a, b);
  }

  /** The modules bivariate and statistics of the authors' package phik 0.12.5, on scipy 1.10.1. */
  @Test
  void phikAgreesWithItsAuthors() {
    assertThat(phik(new int[][] {{30, 10, 5}, {10, 30, 10}, {5, 10, 40}}))
        .isCloseTo(0.825108, NEAR);
    assertThat(phik(new int[][] {{50, 20, 30}, {20, 60, 40}})).isCloseTo(0.229787, NEAR);
    assertThat(phik(new int[][] {{50, 20}, {15, 45}})).isCloseTo(0.656923, NEAR);
    assertThat(phik(new int[][] {{25, 25, 26}, {24, 26, 25}})).isZero();
    Correlations found = Correlations.of(customers("x", "y", "z"));
    assertThat(found.phik("x", "y")).isCloseTo(0.942981, NEAR);
    assertThat(found.phik("c", "x")).isCloseTo(0.790149, NEAR);
    assertThat(found.phik("z", "x")).isZero();
  }

  /** scipy 1.10.1: pearsonr, spearmanr; numpy: the diagonal of inv(corrcoef). */
  @Test
  void theOthersAgreeWithScipy() {
    Correlations found = Correlations.of(customers("w", "x", "y", "z"));
    assertThat(found.pearson("x", "y")).isCloseTo(0.9539640120425558, within(1e-12));
    assertThat(found.spearman("y", "x")).isCloseTo(0.9699798792321164, within(1e-12));
    assertThat(found.varianceInflation("w")).isCloseTo(320.629424836, within(1e-6));
    assertThat(found.varianceInflation("x")).isCloseTo(318.659740453, within(1e-6));
    assertThat(found.varianceInflation("y")).isCloseTo(11.124828737, within(1e-6));
    assertThat(found.varianceInflation("z")).isCloseTo(13.889189426, within(1e-6));
  }

  @Test
  void sumsOfOthersHaveNoFiniteInflation() {
    Table table = table();
    table.addColumns(table.doubleColumn("x").add(table.doubleColumn("z")).setName("sum"));
    Correlations found =
        Correlations.of(
            CustomerFeatures.from(table, c -> c.id("id").numeric("sum", "x", "y", "z")));
    assertThat(found.varianceInflation("sum")).isInfinite();
    assertThat(found.varianceInflation("x")).isInfinite();
    assertThat(found.varianceInflation("z")).isInfinite();
    assertThat(found.varianceInflation("y")).isBetween(5.0, 20.0);
    assertThat(found.suggestDrops(0.999, 1000))
        .containsExactly(new DropSuggestion("z", "follows from the columns that are left"));
  }

  /** Where the model of the figure holds, the figure finds its correlation again. */
  @Property(tries = 6)
  void phikOfANormalIsItsCorrelation(@ForAll @DoubleRange(min = 0.3, max = 0.9) double r) {
    int size = 20_000;
    double[] a = new double[size];
    double[] b = new double[size];
    Random random = new Random(7);
    for (int row = 0; row < size; row++) {
      a[row] = random.nextGaussian();
      b[row] = r * a[row] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    Correlations found =
        Correlations.of(
            CustomerFeatures.from(
                Table.create(
                    StringColumn.create("id", IntStream.range(0, size).mapToObj(i -> "r" + i)),
                    DoubleColumn.create("a", a),
                    DoubleColumn.create("b", b)),
                c -> c.id("id").numeric("a", "b")));
    assertThat(found.phik("a", "b")).isCloseTo(r, within(0.08));
  }

  @Test
  void theOneThatSaysLessOfTheTargetGoes() {
    Table table = table();
    table.addColumns(
        StringColumn.create(
            "gone", IntStream.range(0, 200).mapToObj(i -> y(i) > 50 ? "yes" : "no")));
    CustomerFeatures customers =
        CustomerFeatures.from(table, c -> c.id("id").numeric("x", "y", "z").target("gone", "yes"));
    Correlations found = Correlations.of(customers);
    assertThat(found.columns()).containsExactly("x", "y", "z", Correlations.TARGET);
    List<DropSuggestion> suggestions = found.suggestDrops(0.9, 10);
    assertThat(suggestions).hasSize(1);
    assertThat(suggestions.get(0).column()).isEqualTo("x");
    assertThat(suggestions.get(0).reason())
        .startsWith("goes with y (0.97) and says less of the target (phik ");
    assertThat(found.pearson("y", Correlations.TARGET)).isPositive();
    assertThat(Correlations.of(customers("x", "y", "z")).suggestDrops(0.9, 10).get(0).reason())
        .startsWith("goes with ")
        .endsWith(" and is closer to the other columns");
  }

  @Test
  void missingValuesAndColumnsThatSayNothing() {
    Table table = table();
    table.doubleColumn("x").setMissing(0).setMissing(7);
    table.addColumns(DoubleColumn.create("same", DoubleStream.generate(() -> 3).limit(200)));
    Correlations found =
        Correlations.of(CustomerFeatures.from(table, c -> c.id("id").numeric("x", "y", "same")));
    assertThat(found.pearson("x", "y")).isBetween(0.9, 0.97);
    assertThat(found.phik("same", "y")).isNaN();
    assertThat(found.spearman("same", "y")).isNaN();
    assertThatThrownBy(() -> found.varianceInflation("same"))
        .hasMessage("no variance inflation of 'same'; there is of [x, y]");
  }

  @Test
  void printsTheStrongestFirst() {
    Correlations found = Correlations.of(customers("w", "x", "y", "z"));
    assertThat(found.toString()).startsWith("200 customers, 5 columns\ncolumn  with");
    assertThat(found.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(found.toTable().rowCount()).isEqualTo(10);
    assertThat(found.pairs().get(0).strength()).isGreaterThan(found.pairs().get(9).strength());
  }

  @Test
  void refusesWhatMeansNothing() {
    Correlations found = Correlations.of(customers("x", "y"));
    assertThatThrownBy(() -> found.phik("x", "t")).hasMessage("no column 't'; there are [c, x, y]");
    assertThatThrownBy(() -> found.phik("x", "x"))
        .hasMessage("'x' twice; give two different columns");
    assertThatThrownBy(() -> found.suggestDrops(0, 10)).hasMessageContaining("correlation=0.0");
  }

  @Test
  void aPlanDecidesInsideTheFold() {
    CustomerFeatures customers = customers("w", "x", "y", "z");
    var fitted = Preprocessing.withDefaults().dropInflated(20).fit(customers);
    assertThat(fitted.dropped()).containsOnlyKeys("w");
    assertThat(fitted.dropped().get("w"))
        .startsWith("variance inflation 320.6")
        .endsWith(" above 20.0");
    assertThat(fitted.columns()).contains("c=hi", "x", "y", "z").doesNotContain("w");
  }
}
