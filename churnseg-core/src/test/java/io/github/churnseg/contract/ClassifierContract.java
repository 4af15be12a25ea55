package io.github.churnseg.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureColumns;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every {@link Classifier} must do. An adapter extends this class in its own tests. */
public abstract class ClassifierContract {

  private static final String[] NUMBERS = {"orders", "spend", "days"};

  /** A plan with a seed, if it has one, that learns a few hundred rows within a second. */
  protected abstract Classifier classifier();

  /** Whether it looks at the customers at all. */
  protected boolean learnsFromFeatures() {
    return true;
  }

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  @Test
  void findsClassesThatFollowFromTheFeatures() {
    CustomerFeatures customers = customers(300, "stays", "leaves");
    assertThat(accuracy(classifier().fit(customers), customers))
        .isGreaterThan(learnsFromFeatures() ? 0.8 : 0.4);
  }

  @Test
  void findsThreeClasses() {
    CustomerFeatures customers = customers(400, "a", "b", "c");
    ClassifierModel model = classifier().fit(customers);
    assertThat(model.classes()).containsExactly("a", "b", "c");
    assertThat(accuracy(model, customers)).isGreaterThan(learnsFromFeatures() ? 0.65 : 0.3);
  }

  @Test
  void probabilitiesAreProbabilities() {
    CustomerFeatures customers = customers(200, "a", "b", "c");
    Predictions predictions = classifier().fit(customers).predict(customers);
    for (int row = 0; row < predictions.size(); row++) {
      double sum = 0;
      for (int index = 0; index < 3; index++) {
        double probability = predictions.probability(row, index);
        assertThat(probability).isBetween(0.0, 1.0);
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
      assertThat(predictions.id(row)).isEqualTo(customers.id(row));
    }
  }

  @Test
  void namesThePositiveClassItWasTold() {
    Table table = table(200, 7, "stays", "leaves");
    for (String positive : List.of("stays", "leaves")) {
      CustomerFeatures customers =
          CustomerFeatures.from(table, c -> columns(c).target("class", positive));
      ClassifierModel model = classifier().fit(customers);
      assertThat(model.positiveClass()).contains(positive);
      Predictions predictions = model.predict(customers);
      assertThat(predictions.probability(0)).isEqualTo(predictions.probability(0, positive));
    }
  }

  @Test
  void fittingAgainGivesTheSameBits() {
    CustomerFeatures customers = customers(200, "a", "b");
    Classifier plan = classifier();
    double[] first = bits(plan.fit(customers), customers);
    plan.fit(customers(150, "a", "b", "c"));
    assertThat(bits(plan.fit(customers), customers)).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anyNumberOfThreadsGivesTheSameBits(int threads) throws Exception {
    CustomerFeatures customers = customers(200, "a", "b", "c");
    double[] expected = bits(classifier().fit(customers), customers);
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      assertThat(pool.submit(() -> bits(classifier().fit(customers), customers)).get())
          .containsExactly(expected);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void orderOfRowsDoesNotMatter() {
    CustomerFeatures customers = customers(200, "a", "b");
    int[] order = shuffled(customers.size());
    double[] expected = bits(classifier().fit(customers), customers);
    double[] seen = bits(classifier().fit(customers.select(order)), customers);
    assertThat(seen).containsExactly(expected);
  }

  @Test
  void orderOfColumnsDoesNotMatter() {
    Table table = table(200, 7, "a", "b");
    CustomerFeatures one = CustomerFeatures.from(table, c -> columns(c).target("class"));
    CustomerFeatures other =
        CustomerFeatures.from(
            table,
            c ->
                c.id("customer")
                    .ordinal("tariff", "basic", "plus", "premium")
                    .categorical("city")
                    .target("class")
                    .numeric("spend", "days", "orders"));
    double[] expected = bits(classifier().fit(one), one);
    assertThat(bits(classifier().fit(other), other)).containsExactly(expected);
    assertThat(bits(classifier().fit(one), other)).containsExactly(expected);
  }

  @Test
  void aRowGetsTheSameBitsAloneAndAmongOthers() {
    CustomerFeatures customers = customers(200, "a", "b", "c");
    ClassifierModel model = classifier().fit(customers);
    double[] together = bits(model, customers);
    for (int row : new int[] {0, 63, 64, 199}) {
      assertThat(bits(model, customers.select(row)))
          .containsExactly(Arrays.copyOfRange(together, row * 3, row * 3 + 3));
    }
  }

  @Test
  void scorerGivesWhatPredictGives() {
    CustomerFeatures customers = customers(150, "a", "b");
    ClassifierModel model = classifier().fit(customers);
    double[] inputs = model.preprocessing().encode(customers);
    Scorer scorer = model.scorer();
    assertThat(scorer.inputs()).isEqualTo(model.preprocessing().columns().size());
    double[] all = new double[150 * scorer.classes()];
    scorer.score(inputs, 0, 150, all);
    assertThat(all).containsExactly(bits(model, customers));
    double[] one = new double[scorer.classes()];
    scorer.score(inputs, 149, 1, one);
    assertThat(one).containsExactly(Arrays.copyOfRange(all, 149 * 2, 150 * 2));
    assertThatThrownBy(() -> scorer.score(inputs, 1, 150, all))
        .isInstanceOf(IndexOutOfBoundsException.class);
    inputs[scorer.inputs() + 1] = Double.NaN;
    assertThatThrownBy(() -> scorer.score(inputs, 0, 150, all))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("row 1, column 1 (from 0): NaN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a b c"})
  void survivesSavingToTheBit(String classes, @TempDir Path directory) throws IOException {
    CustomerFeatures customers = customers(200, classes.split(" ", -1));
    ClassifierModel model = classifier().fit(customers);
    Path file = directory.resolve("model.churnseg");
    model.save(file);
    ClassifierModel loaded = ModelFile.load(file, ClassifierModel.class);
    assertThat(bits(loaded, customers)).containsExactly(bits(model, customers));
    assertThat(loaded.classes()).isEqualTo(model.classes());
    assertThat(loaded.positiveClass()).isEqualTo(model.positiveClass());
    assertThat(loaded.preprocessing()).isEqualTo(model.preprocessing());
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.provenance().rows()).isEqualTo(200);
    assertThat(loaded).hasToString(model.toString());
    Path again = directory.resolve("again.churnseg");
    loaded.save(again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void isSafeToShareUnderLoad() throws Exception {
    CustomerFeatures customers = customers(250, "a", "b", "c");
    ClassifierModel model = classifier().fit(customers);
    double[] expected = bits(model, customers);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      // Eight threads, a hundred thousand rows each.
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int call = 0; call < 8; call++) {
        calls.add(
            () ->
                IntStream.range(0, 400)
                    .allMatch(round -> Arrays.equals(bits(model, customers), expected)));
      }
      for (Future<Boolean> right : threads.invokeAll(calls)) {
        assertThat(right.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void refusesOneClassOnly() {
    CustomerFeatures customers = customers(20, "a");
    assertThatThrownBy(() -> classifier().fit(customers))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("all of one class")
        .hasMessageContaining("a 20");
  }

  @Test
  void learnsFromTwoRows() {
    CustomerFeatures customers = customers(2, "a", "b");
    ClassifierModel model = classifier().fit(customers);
    assertProbabilities(bits(model, customers));
  }

  @Test
  void learnsWhereOneClassHasOneRow() {
    CustomerFeatures customers = customers(61, "a", "b").select(IntStream.range(0, 60).toArray());
    Table table = customers.toTable();
    List<String> classes = new ArrayList<>(Collections.nCopies(59, "most"));
    classes.add("one");
    table.addColumns(StringColumn.create("class", classes));
    CustomerFeatures skewed = CustomerFeatures.from(table, c -> columns(c).target("class", "one"));
    assertProbabilities(bits(classifier().fit(skewed), skewed));
  }

  @Test
  void knowsOnlyTheSharesWhereFeaturesAreConstant() {
    String[] ids = IntStream.range(0, 40).mapToObj(row -> "c" + row).toArray(String[]::new);
    String[] classes =
        IntStream.range(0, 40).mapToObj(row -> row % 4 == 0 ? "a" : "b").toArray(String[]::new);
    CustomerFeatures constant =
        CustomerFeatures.from(
            Table.create(
                StringColumn.create("id", ids),
                DoubleColumn.create("x", new double[40]),
                StringColumn.create("class", classes)),
            c -> c.id("id").numeric("x").target("class"));
    double[] seen = bits(classifier().fit(constant), constant);
    assertProbabilities(seen);
    assertThat(seen[0]).isEqualTo(seen[78]);
  }

  @Test
  void learnsDespiteAColumnThatIsAllMissing() {
    Table table = table(120, 7, "a", "b");
    table.doubleColumn("days").setMissingTo(0.0);
    for (int row = 0; row < 120; row++) {
      table.doubleColumn("days").setMissing(row);
    }
    CustomerFeatures customers = CustomerFeatures.from(table, c -> columns(c).target("class"));
    assertProbabilities(bits(classifier().fit(customers), customers));
  }

  @Test
  void learnsAThousandCategoriesAndMeetsAnUnseenOne() {
    int rows = 1200;
    Table table = table(rows, 7, "a", "b");
    String[] names =
        IntStream.range(0, rows).mapToObj(row -> "town " + row % 1000).toArray(String[]::new);
    table.replaceColumn("city", StringColumn.create("city", names));
    CustomerFeatures customers = CustomerFeatures.from(table, c -> columns(c).target("class"));
    ClassifierModel model = classifier().fit(customers);
    table.stringColumn("city").set(0, "nowhere");
    CustomerFeatures later = CustomerFeatures.from(table, ClassifierContract::columns);
    assertProbabilities(bits(model, later));
  }

  @Test
  void missingValuesAreFilledButInfiniteOnesRefusedByName() {
    Table table = table(120, 7, "a", "b");
    table.doubleColumn("spend").setMissing(3);
    CustomerFeatures gaps = CustomerFeatures.from(table, c -> columns(c).target("class"));
    ClassifierModel model = classifier().fit(gaps);
    assertProbabilities(bits(model, gaps));
    table.doubleColumn("spend").set(5, Double.POSITIVE_INFINITY);
    CustomerFeatures infinite = CustomerFeatures.from(table, c -> columns(c).target("class"));
    assertThatThrownBy(() -> classifier().fit(infinite))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("column 'spend', customer 'c0005'")
        .hasMessageContaining("Infinity");
    assertThatThrownBy(() -> model.predict(infinite))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("column 'spend', customer 'c0005'");
  }

  @Test
  void namesColumnsThatAreNotThoseOfTraining() {
    Table table = table(60, 7, "a", "b");
    CustomerFeatures customers = CustomerFeatures.from(table, c -> columns(c).target("class"));
    ClassifierModel model = classifier().fit(customers);
    CustomerFeatures less =
        CustomerFeatures.from(
            table,
            c ->
                c.id("customer")
                    .numeric("orders", "spend")
                    .categorical("city")
                    .ordinal("tariff", "basic", "plus", "premium"));
    assertThatThrownBy(() -> model.predict(less))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("missing [days]");
    table.doubleColumn("days").setName("Days");
    CustomerFeatures renamed =
        CustomerFeatures.from(
            table,
            c ->
                c.id("customer")
                    .numeric("orders", "spend", "Days")
                    .categorical("city")
                    .ordinal("tariff", "basic", "plus", "premium"));
    assertThatThrownBy(() -> model.predict(renamed))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("not known to the model [Days]")
        .hasMessageContaining("perhaps 'days' was renamed 'Days'");
    table.doubleColumn("Days").setName("days");
    CustomerFeatures retyped =
        CustomerFeatures.from(
            table,
            c ->
                c.id("customer")
                    .numeric("orders", "spend")
                    .categorical("city", "days")
                    .ordinal("tariff", "basic", "plus", "premium"));
    assertThatThrownBy(() -> model.predict(retyped))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("'days' was numeric and is categorical");
  }

  @Test
  void refusesNobodyButPredictsNobody() {
    CustomerFeatures customers = customers(60, "a", "b");
    assertThatThrownBy(() -> classifier().fit(customers.select()))
        .isInstanceOf(InvalidDataException.class);
    assertThat(classifier().fit(customers).predict(customers.select()).size()).isZero();
  }

  @Test
  void refusesCustomersWithoutLabels() {
    CustomerFeatures customers =
        CustomerFeatures.from(table(20, 7, "a", "b"), ClassifierContract::columns);
    assertThatThrownBy(() -> classifier().fit(customers))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no labels");
  }

  @Test
  void interruptionEndsTheWork() {
    CustomerFeatures customers = customers(100, "a", "b");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> classifier().fit(customers)).isInstanceOf(CancellationException.class);
  }

  @Test
  void progressComesFromTheCallingThreadAndRisesToOne() {
    Thread caller = Thread.currentThread();
    List<Double> done = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    CustomerFeatures customers = customers(100, "a", "b");
    classifier()
        .fit(
            customers,
            customers.labels().orElseThrow(),
            (stage, share) -> {
              done.add(share);
              threads.add(Thread.currentThread());
            });
    assertThat(done).isSorted().startsWith(0.0).endsWith(1.0);
    assertThat(threads).containsOnly(caller);
  }

  @Test
  void saysWhatItIs() {
    assertThat(classifier().toString()).doesNotContain("@");
    assertThat(classifier().fit(customers(60, "a", "b")).toString()).doesNotContain("@");
  }

  private static void assertProbabilities(double... seen) {
    assertThat(Arrays.stream(seen)).isNotEmpty().allMatch(p -> p >= 0 && p <= 1);
  }

  private static double accuracy(ClassifierModel model, CustomerFeatures customers) {
    Predictions predictions = model.predict(customers);
    var labels = customers.labels().orElseThrow();
    long right =
        IntStream.range(0, customers.size())
            .filter(row -> predictions.label(row).equals(labels.of(row)))
            .count();
    return (double) right / customers.size();
  }

  private static double[] bits(ClassifierModel model, CustomerFeatures customers) {
    Predictions predictions = model.predict(customers);
    int classes = predictions.classes().size();
    return IntStream.range(0, predictions.size() * classes)
        .mapToDouble(at -> predictions.probability(at / classes, at % classes))
        .toArray();
  }

  private static CustomerFeatures customers(int rows, String... classes) {
    return CustomerFeatures.from(table(rows, 7, classes), c -> columns(c).target("class"));
  }

  private static FeatureColumns columns(FeatureColumns none) {
    return none.id("customer")
        .numeric(NUMBERS)
        .categorical("city")
        .ordinal("tariff", "basic", "plus", "premium");
  }

  /** Customers whose class follows from spend and city, with some noise. */
  private static Table table(int rows, long seed, String... classes) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] ids = new String[rows];
    double[] orders = new double[rows];
    double[] spend = new double[rows];
    double[] days = new double[rows];
    String[] city = new String[rows];
    String[] tariff = new String[rows];
    String[] named = new String[rows];
    for (int row = 0; row < rows; row++) {
      int index = row % classes.length;
      ids[row] = "c%04d".formatted(row);
      orders[row] = random.nextInt(1, 9);
      spend[row] = 100 * index + 60 * random.nextDouble() + 10 * random.nextInt(5);
      days[row] = 30 * random.nextDouble() + 15 * index;
      city[row] = random.nextInt(3) == 0 ? "Oslo" : index == 0 ? "Tver" : "Lima";
      tariff[row] = List.of("basic", "plus", "premium").get(random.nextInt(3));
      named[row] = classes[index];
    }
    return Table.create(
        "shop",
        StringColumn.create("customer", ids),
        DoubleColumn.create("orders", orders),
        DoubleColumn.create("spend", spend),
        DoubleColumn.create("days", days),
        StringColumn.create("city", city),
        StringColumn.create("tariff", tariff),
        StringColumn.create("class", named));
  }

  private static int[] shuffled(int size) {
    SplittableRandom random = new SplittableRandom(3);
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
