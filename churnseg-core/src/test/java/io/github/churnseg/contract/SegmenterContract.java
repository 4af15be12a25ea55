package io.github.churnseg.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.Segmenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import tech.tablesaw.api.Table;

/**
 * What every {@link Segmenter} must do. An adapter extends this class in its own tests.
 *
 * @param <F> the features the segmenter needs
 */
public abstract class SegmenterContract<F extends CustomerFeatures> {

  /** A plan with a seed, if it has one. */
  protected abstract Segmenter<F> segmenter();

  /** The same plan that may use so many threads; a plan without such a setting need not care. */
  protected Segmenter<F> segmenter(int threads) {
    return segmenter();
  }

  /** At least a hundred customers, some of them with equal features. */
  protected abstract F customers();

  /** These rows of the customers, in this order. */
  protected abstract F pick(F customers, int... rows);

  /** Customers one of whom lacks a value; refusing to make them is as good as refusing to fit. */
  protected abstract F withMissingValue();

  /** Whether segments may be called otherwise when the rows come in another order. */
  protected boolean rowOrderMayRenameSegments() {
    return false;
  }

  /** Customers by segment of those the model was learnt from, as its report says. */
  protected Map<String, Integer> reportedCustomers(SegmentModel<F> model) {
    Table table = model.report().toTable();
    Map<String, Integer> customers = new LinkedHashMap<>();
    for (int row = 0; row < table.rowCount(); row++) {
      customers.put(table.getString(row, "segment"), table.intColumn("customers").getInt(row));
    }
    return customers;
  }

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  @Test
  void fitNeverChangesThePlan() {
    Segmenter<F> plan = segmenter();
    F all = customers();
    SegmentModel<F> first = plan.fit(all);
    plan.fit(pick(all, IntStream.range(0, all.size() / 2).toArray()));
    SegmentModel<F> again = plan.fit(all);
    assertThat(again.labels()).isEqualTo(first.labels());
    assertThat(labels(again.assign(all))).isEqualTo(labels(first.assign(all)));
    assertThat(again.report().toString()).isEqualTo(first.report().toString());
  }

  @Test
  void assignsThoseItWasLearntFromAsItsReportCountsThem() {
    F all = customers();
    SegmentModel<F> model = segmenter().fit(all);
    Map<String, Integer> assigned = new HashMap<>();
    model.assign(all).counts().forEach((label, count) -> assigned.put(label.name(), count));
    Map<String, Integer> reported = new HashMap<>(reportedCustomers(model));
    assigned.values().removeIf(count -> count == 0);
    reported.values().removeIf(count -> count == 0);
    assertThat(reported).isEqualTo(assigned);
  }

  @Test
  void assignsEachCustomerWithoutRegardToTheOthers() {
    F all = customers();
    SegmentModel<F> model = segmenter().fit(all);
    List<String> together = labels(model.assign(all));
    int[] some = {all.size() - 1, 3, all.size() / 2};
    List<String> alone = labels(model.assign(pick(all, some)));
    assertThat(alone)
        .containsExactly(together.get(some[0]), together.get(some[1]), together.get(some[2]));
  }

  @Test
  void keepsTheCustomersInTheirOrder() {
    F all = customers();
    Assignments assignments = segmenter().fit(all).assign(all);
    assertThat(assignments.size()).isEqualTo(all.size());
    assertThat(IntStream.range(0, all.size()).mapToObj(assignments::id))
        .containsExactlyElementsOf(IntStream.range(0, all.size()).mapToObj(all::id).toList());
  }

  @Test
  void assignsNobodyWhenGivenNobody() {
    F all = customers();
    assertThat(segmenter().fit(all).assign(pick(all)).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rowOrderDoesNotMatter(long seed) {
    F all = customers();
    int[] order = shuffled(all.size(), seed);
    F reordered = pick(all, order);
    List<String> expected = labels(segmenter().fit(all).assign(all));
    List<String> seen = labels(segmenter().fit(reordered).assign(reordered));
    List<String> inOrder = new ArrayList<>();
    for (int row : order) {
      inOrder.add(expected.get(row));
    }
    assertThat(rowOrderMayRenameSegments() ? partition(seen) : seen)
        .isEqualTo(rowOrderMayRenameSegments() ? partition(inOrder) : inOrder);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void anyNumberOfThreadsGivesTheSameBits(int threads) throws Exception {
    F all = customers();
    SegmentModel<F> one = with(1, () -> segmenter(1).fit(all));
    SegmentModel<F> many = with(threads, () -> segmenter(threads).fit(all));
    assertThat(labels(many.assign(all))).isEqualTo(labels(one.assign(all)));
    assertThat(many.report().toString()).isEqualTo(one.report().toString());
    assertThat(many.report().toTable().printAll()).isEqualTo(one.report().toTable().printAll());
  }

  @Test
  void assignIsSafeToShare() throws Exception {
    F all = customers();
    SegmentModel<F> model = segmenter().fit(all);
    List<String> expected = labels(model.assign(all));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> calls = new ArrayList<>();
      for (int call = 0; call < 32; call++) {
        calls.add(() -> labels(model.assign(all)));
      }
      for (Future<List<String>> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void fittingAgainGivesAnEqualModel() {
    F all = customers();
    SegmentModel<F> first = segmenter().fit(all);
    SegmentModel<F> again = segmenter().fit(all);
    assertThat(again).isEqualTo(first).hasSameHashCodeAs(first).isNotEqualTo("a text");
    assertThat(segmenter().fit(pick(all, IntStream.range(1, all.size()).toArray())))
        .isNotEqualTo(first);
    assertThat(first.provenance().rows()).isEqualTo(all.size());
    assertThat(first.provenance().settings()).isNotBlank();
  }

  @Test
  void survivesSavingToTheBit(@TempDir Path directory) throws IOException {
    F all = customers();
    SegmentModel<F> model = segmenter().fit(all);
    Path file = directory.resolve("model.churnseg");
    model.save(file);
    SegmentModel<?> loaded = ModelFile.load(file, model.getClass());
    assertThat(loaded).isEqualTo(model).hasSameHashCodeAs(model);
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.labels()).isEqualTo(model.labels());
    assertThat(loaded).hasToString(model.toString());
    assertThat(loaded.report()).hasToString(model.report().toString());
    assertThat(loaded.report().toTable().printAll()).isEqualTo(model.report().toTable().printAll());
    @SuppressWarnings("unchecked") // it is of the same class
    SegmentModel<F> same = (SegmentModel<F>) loaded;
    assertThat(labels(same.assign(all))).isEqualTo(labels(model.assign(all)));
    Path again = directory.resolve("again.churnseg");
    loaded.save(again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void labelsAreAllThereAreAndNoneTwice() {
    F all = customers();
    SegmentModel<F> model = segmenter().fit(all);
    Assignments assignments = model.assign(all);
    assertThat(model.labels()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(assignments.labels()).isEqualTo(model.labels());
    assertThat(model.labels().stream().map(SegmentLabel::name)).containsAll(labels(assignments));
  }

  @Test
  void refusesNobody() {
    F nobody = pick(customers());
    assertThatThrownBy(() -> segmenter().fit(nobody))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no customers");
  }

  @Test
  void refusesMissingValues() {
    assertThatThrownBy(() -> segmenter().fit(withMissingValue()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageMatching("(?s).*(NaN|missing).*");
  }

  @Test
  void oneCustomerIsSegmentedOrRefusedWithAReason() {
    F one = pick(customers(), 0);
    SegmentModel<F> model;
    try {
      model = segmenter().fit(one);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("1");
      return;
    }
    assertThat(model.assign(one).size()).isEqualTo(1);
    assertThat(model.report().toString()).isNotBlank();
  }

  @Test
  void interruptionEndsTheWork() {
    F all = customers();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> segmenter().fit(all)).isInstanceOf(CancellationException.class);
  }

  @Test
  void progressComesFromTheCallingThreadAndStaysBetweenNoneAndAll() {
    Thread caller = Thread.currentThread();
    List<Double> done = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    segmenter()
        .fit(
            customers(),
            (stage, share) -> {
              done.add(share);
              threads.add(Thread.currentThread());
            });
    assertThat(done).isNotEmpty().allMatch(share -> share >= 0 && share <= 1);
    assertThat(threads).containsOnly(caller);
  }

  @Test
  void reportPrintsWithinAHundredColumns() {
    String text = segmenter().fit(customers()).report().toString();
    assertThat(text).isNotBlank();
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void reportTableNamesTheSegmentsFirst() {
    SegmentModel<F> model = segmenter().fit(customers());
    Table table = model.report().toTable();
    assertThat(table.columnNames().get(0)).isEqualTo("segment");
    assertThat(table.stringColumn("segment").asList())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .isSubsetOf(model.labels().stream().map(SegmentLabel::name).toList());
  }

  private static List<String> labels(Assignments assignments) {
    return IntStream.range(0, assignments.size())
        .mapToObj(row -> assignments.label(row).name())
        .toList();
  }

  /** Segments called by the order in which they first occur. */
  private static List<String> partition(List<String> labels) {
    Map<String, String> names = new HashMap<>();
    return labels.stream()
        .map(label -> names.computeIfAbsent(label, unseen -> "segment " + names.size()))
        .toList();
  }

  private static <T> T with(int threads, Callable<T> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private static int[] shuffled(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
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
