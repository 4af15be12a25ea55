package io.github.churnseg.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PreprocessingTest {

  private static final double GAP = Double.NaN;

  private static CustomerFeatures numbers(double... values) {
    return CustomerFeatures.from(
        Table.create(ids(values.length), DoubleColumn.create("x", values)),
        c -> c.id("id").numeric("x"));
  }

  private static CustomerFeatures texts(UnaryOperator<FeatureColumns> columns, String... values) {
    return CustomerFeatures.from(
        Table.create(ids(values.length), StringColumn.create("x", values)),
        c -> columns.apply(c.id("id")));
  }

  private static StringColumn ids(int rows) {
    return StringColumn.create("id", IntStream.range(0, rows).mapToObj(row -> "c" + row));
  }

  /** By hand: mean 4, deviation √(24/4), quartiles 1.75 and 4.75, ln 2, 3, 4, 9. */
  @ParameterizedTest
  @CsvSource({
    "NONE, 1, 2, 3, 10",
    "Z_SCORE, -0.84852813742, -0.56568542495, -0.28284271247, 1.69705627485",
    "MIN_MAX, 0, 0.11111111111, 0.22222222222, 1",
    "ROBUST, -0.5, -0.16666666667, 0.16666666667, 2.5",
  })
  void scales(Scaling scaling, double a, double b, double c, double d) {
    CustomerFeatures training = numbers(1, 2, 3, 10);
    assertThat(Preprocessing.withDefaults().scaling(scaling).fit(training).encode(training))
        .containsExactly(new double[] {a, b, c, d}, within(1e-10));
  }

  @Test
  void logarithmKeepsTheSign() {
    CustomerFeatures training = numbers(-Math.expm1(1), 0, Math.expm1(1));
    assertThat(
            Preprocessing.withDefaults()
                .scaling("x", Scaling.LOG_Z_SCORE)
                .fit(training)
                .encode(training))
        .containsExactly(new double[] {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"MEDIAN, 2", "MEAN, 2.8", "MOST_FREQUENT, 1", "ZERO, 0"})
  void fillsGapsWithWhatTrainingSays(Imputation imputation, double expected) {
    FittedPreprocessing fitted =
        Preprocessing.withDefaults()
            .scaling(Scaling.NONE)
            .imputation("x", imputation)
            .fit(numbers(1, 1, 2, 3, 7, GAP));
    assertThat(fitted.columns()).containsExactly("x", "x missing");
    assertThat(fitted.encode(numbers(5, GAP)))
        .containsExactly(new double[] {5, 0, expected, 1}, within(1e-12));
  }

  @Test
  void refusesGapsWhereAskedTo() {
    Preprocessing plan = Preprocessing.withDefaults().imputation(Imputation.REFUSE);
    assertThatThrownBy(() -> plan.fit(numbers(1, GAP)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(
            "column 'x', customer 'c1' (row 1, from 0): no value; fill the gap");
    FittedPreprocessing fitted = plan.fit(texts(c -> c.categorical("x"), "a", "b"));
    assertThatThrownBy(() -> fitted.encode(texts(c -> c.categorical("x"), "a", "")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("customer 'c1'");
  }

  @Test
  void flagsGapsOnlyWhereTrainingHadThemAndIfAsked() {
    assertThat(Preprocessing.withDefaults().fit(numbers(1, 2)).columns()).containsExactly("x");
    assertThat(Preprocessing.withDefaults().flagMissing(false).fit(numbers(1, 2, GAP)).columns())
        .containsExactly("x");
  }

  @Test
  void refusesInfiniteNumbers() {
    assertThatThrownBy(() -> Preprocessing.withDefaults().fit(numbers(1, Double.NEGATIVE_INFINITY)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'x', customer 'c1' (row 1, from 0): -Infinity is no number to learn from;"
                + " repair it or leave it missing");
  }

  @Test
  void givesEachCategoryAColumn() {
    CustomerFeatures training = texts(c -> c.categorical("x"), "b", "a", "c", "a", "");
    FittedPreprocessing fitted = Preprocessing.withDefaults().fit(training);
    assertThat(fitted.columns()).containsExactly("x=a", "x=b", "x=c", "x missing");
    assertThat(fitted.encode(texts(c -> c.categorical("x"), "c", "", "unseen")))
        .containsExactly(0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0);
    assertThat(
            Preprocessing.withDefaults()
                .imputation(Imputation.ZERO)
                .fit(training)
                .encode(texts(c -> c.categorical("x"), "")))
        .containsExactly(0, 0, 0, 1);
  }

  @Test
  void putsRareAndUnseenCategoriesTogether() {
    String[] values = {"a", "a", "a", "b", "b", "b", "c", "d"};
    FittedPreprocessing fitted =
        Preprocessing.withDefaults().rareBelow(0.2).fit(texts(c -> c.categorical("x"), values));
    assertThat(fitted.columns()).containsExactly("x=a", "x=b", "x other");
    assertThat(fitted.encode(texts(c -> c.categorical("x"), "d", "unseen", "a")))
        .containsExactly(0, 0, 1, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void orderedCategoriesBecomeTheirPlaces() {
    UnaryOperator<FeatureColumns> columns = c -> c.ordinal("x", "basic", "plus", "premium");
    FittedPreprocessing fitted =
        Preprocessing.withDefaults()
            .scaling(Scaling.NONE)
            .fit(texts(columns, "premium", "basic", "plus", "basic"));
    assertThat(fitted.columns()).containsExactly("x");
    assertThat(fitted.encode(texts(columns, "plus", "premium", ""))).containsExactly(1, 2, 0.5);
    assertThatThrownBy(() -> texts(columns, "plus", "gold"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'x' holds 'gold', which is none of its levels [basic, plus, premium]; add it or"
                + " repair it");
    assertThatThrownBy(() -> texts(c -> c.ordinal("x", "one"), "one"))
        .hasMessageContaining("name at least two, lowest first");
  }

  @Test
  void dropsWhatSaysNothing() {
    double[] a = {1, 2, 4, 8, 3};
    double[] follows = Arrays.stream(a).map(value -> 5 - 3 * value).toArray();
    Table table =
        Table.create(
            ids(5),
            DoubleColumn.create("a", a),
            DoubleColumn.create("b", follows),
            DoubleColumn.create("c", new double[5]),
            DoubleColumn.create("d", 1, 2, 4, 3, 8));
    CustomerFeatures training =
        CustomerFeatures.from(table, c -> c.id("id").numeric("d", "c", "b", "a"));
    FittedPreprocessing fitted = Preprocessing.withDefaults().fit(training);
    assertThat(fitted.columns()).containsExactly("a", "d");
    assertThat(fitted.inputs()).containsExactly("a", "b", "c", "d");
    assertThat(fitted.dropped())
        .containsExactly(Map.entry("b", "same as a"), Map.entry("c", "constant"));
    assertThat(fitted)
        .hasToString("4 columns become 2 numbers; dropped: {b=same as a, c=constant}");
    assertThat(Preprocessing.withDefaults().dropDuplicates(2).fit(training).columns())
        .containsExactly("a", "b", "d");
  }

  /** Of c = a + b and d, which is nearly a, the sum goes first, then a, the most inflated. */
  @Test
  void dropsWhatFollowsFromOthersTogether() {
    double[] a = {1, 5, 2, 8, 3, 9, 4, 7};
    double[] b = {4, 1, 9, 3, 7, 2, 8, 5};
    Table table =
        Table.create(
            ids(8),
            DoubleColumn.create("a", a),
            DoubleColumn.create("b", b),
            DoubleColumn.create("c", IntStream.range(0, 8).mapToDouble(i -> a[i] + b[i])),
            DoubleColumn.create("d", IntStream.range(0, 8).mapToDouble(i -> a[i] + i % 3 * 0.4)),
            StringColumn.create("city", "x", "y", "x", "y", "x", "y", "x", "y"));
    CustomerFeatures training =
        CustomerFeatures.from(
            table, c -> c.id("id").numeric("a", "b", "c", "d").categorical("city"));
    FittedPreprocessing fitted =
        Preprocessing.withDefaults().dropDuplicates(2).dropInflated(10).fit(training);
    assertThat(fitted.dropped()).containsOnlyKeys("a", "c");
    assertThat(fitted.dropped()).containsEntry("c", "follows from other columns");
    assertThat(fitted.dropped().get("a")).matches("variance inflation \\d+\\.\\d above 10.0");
    assertThat(fitted.columns()).containsExactly("b", "city=x", "city=y", "d");
    assertThat(fitted.inputOf(0)).isEqualTo("b");
    assertThat(fitted.inputOf(2)).isEqualTo("city");
    assertThatThrownBy(() -> fitted.inputOf(4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void chosenColumnsIgnoreOthers() {
    Table table =
        Table.create(ids(3), DoubleColumn.create("a", 1, 2, 3), DoubleColumn.create("b", 3, 1, 2));
    CustomerFeatures both = CustomerFeatures.from(table, c -> c.id("id").numeric("a", "b"));
    FittedPreprocessing fitted = Preprocessing.withDefaults().columns("b").fit(both);
    assertThat(fitted.columns()).containsExactly("b");
    assertThat(fitted.encode(both)).hasSize(3);
    assertThatThrownBy(() -> Preprocessing.withDefaults().columns("z").fit(both))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no column 'z'; these customers have [a, b]");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    Preprocessing plan = Preprocessing.withDefaults();
    assertThatThrownBy(() -> plan.rareBelow(1.5)).hasMessageContaining("choose 0 to 1");
    assertThatThrownBy(() -> plan.dropDuplicates(0)).hasMessageContaining("choose more than 0");
    assertThatThrownBy(() -> plan.dropInflated(0.5)).hasMessageContaining("choose 5 or 10");
    assertThatThrownBy(() -> plan.fit(numbers(1).select()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no customers");
  }

  @Test
  void selectedRowsReadThrough() {
    Table table =
        Table.create(
            ids(4),
            DoubleColumn.create("n", 1, 2, 3, 4),
            StringColumn.create("t", "p", "q", "p", "r"),
            StringColumn.create("y", "no", "yes", "no", "yes"));
    CustomerFeatures all =
        CustomerFeatures.from(
            table, c -> c.id("id").numeric("n").categorical("t").target("y", "yes"));
    CustomerFeatures some = all.select(3, 0);
    assertThat(some.size()).isEqualTo(2);
    assertThat(some.id(0)).isEqualTo("c3");
    assertThat(some.rowOf("c0")).hasValue(1);
    assertThat(some.rowOf("c1")).isEmpty();
    assertThat(some.numeric("n")).containsExactly(4, 1);
    assertThat(some.categorical("t").levels()).containsExactly("p", "r");
    assertThat(some.labels().orElseThrow()).hasToString("2 customers: no 1, yes (positive) 1");
    assertThat(some.toTable().column("id").asList().toString()).isEqualTo("[c3, c0]");
    assertThat(some.asOf()).isEmpty();
    assertThat(some).hasToString("2 of 4 customers: numeric [n], categorical [t]");
    assertThatThrownBy(() -> all.select(1, 1)).isInstanceOf(InvalidDataException.class);
  }

  @Test
  void labelsNameTheirClasses() {
    Labels labels = Labels.of(List.of("stayed", "left", "stayed"));
    assertThat(labels.positive()).isEmpty();
    assertThat(labels.positive("left").of(1)).isEqualTo("left");
    assertThat(labels.counts()).containsEntry("stayed", 2).containsEntry("left", 1);
    assertThatThrownBy(() -> labels.positive("gone"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no customer is of the positive class 'gone'; the classes are [left, stayed]");
    Table gap = Table.create(ids(2), StringColumn.create("y", "a", ""));
    assertThatThrownBy(
            () -> CustomerFeatures.from(gap, c -> c.id("id").categorical("id2").target("y")))
        .isInstanceOf(InvalidDataException.class);
  }

  @Test
  void partsOfRowsAreThoseOfTheWhole() {
    Table table =
        Table.create(
            StringColumn.create("id", "a", "b", "c", "d"),
            DoubleColumn.create("spend", new double[] {1, Double.NaN, -0.0, 7}),
            StringColumn.create("city", "Riga", "", "Porto", "Riga"));
    CustomerFeatures customers =
        CustomerFeatures.from(table, c -> c.id("id").numeric("spend").categorical("city"));
    FittedPreprocessing fitted = Preprocessing.withDefaults().fit(customers);
    double[] whole = fitted.encode(customers);
    int width = fitted.columns().size();
    RowEncoder encoder = fitted.encoder(customers);
    double[] part = new double[3 * width];
    Arrays.fill(part, 99);
    encoder.encode(1, 2, part);
    assertThat(Arrays.copyOf(part, 2 * width))
        .isEqualTo(Arrays.copyOfRange(whole, width, 3 * width));
    assertThat(part[2 * width]).isEqualTo(99);
    assertThatThrownBy(() -> encoder.encode(3, 2, part))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void categoriesOfNumbersAreThoseOfTheirTexts() {
    Categories numbers =
        Categories.of(new int[] {2, -1, 0, 2}, 4, List.of("b", "x", "a", "y")::get);
    assertThat(numbers.levels()).containsExactly("a", "b");
    assertThat(IntStream.range(0, 4).map(numbers::level)).containsExactly(0, -1, 1, 0);
    assertThatThrownBy(() -> Categories.of(new int[] {0, 1}, 2, number -> "same"))
        .hasMessage("two numbers stand for one text of [same]");
  }
}
