package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Trees split where Gini's impurity falls most, whatever the columns are like. */
class TreeGrowerTest {

  private static final TreeSettings STUMP =
      TreeSettings.of(1, false, false).withColumns(1).withDepth(1).withLeastSplit(1);

  /** One column of few values, and one of many in which the few of any node are sorted. */
  private static CustomerFeatures customers(int rows, int values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, rows).mapToObj(row -> "c" + row)),
            DoubleColumn.create("few", random.ints(rows, 0, values).asDoubleStream().toArray()),
            DoubleColumn.create("many", random.doubles(rows, -9, 9).toArray())),
        c -> c.id("id").numeric("few", "many"));
  }

  private static Labels labels(int rows, int classes, long seed) {
    int[] drawn = new SplittableRandom(seed).ints(rows, 0, classes).toArray();
    drawn[0] = 0;
    drawn[1] = 1;
    return Labels.of(Arrays.stream(drawn).mapToObj(one -> "class " + one).toList());
  }

  private static TrainingRows rows(
      CustomerFeatures customers, Labels labels, ClassWeights weights) {
    return TrainingRows.of(
        Preprocessing.withDefaults().scaling(Scaling.NONE), weights, customers, labels);
  }

  private static TreeEnsemble.Nodes grown(TreeSettings settings, TrainingRows rows, long seed) {
    return new TreeGrower(
            settings, RankedColumns.of(rows), rows, rows.weights(), new SplittableRandom(seed))
        .grow();
  }

  /** The sum over both sides of the squares of the class weights over the weight. */
  private static double merit(TrainingRows rows, int column, double threshold) {
    double[][] sides = new double[2][rows.classCount()];
    for (int row = 0; row < rows.size(); row++) {
      int side = rows.row(row)[column] > threshold ? 1 : 0;
      sides[side][rows.classes[row]] += rows.weight(row);
    }
    double merit = 0;
    for (double[] side : sides) {
      double weight = Arrays.stream(side).sum();
      merit += weight == 0 ? 0 : Arrays.stream(side).map(some -> some * some).sum() / weight;
    }
    return merit;
  }

  @Property(tries = 60)
  void theFirstSplitIsTheBestOfAll(
      @ForAll @IntRange(min = 4, max = 40) int count,
      @ForAll @IntRange(min = 2, max = 60) int values,
      @ForAll @IntRange(min = 2, max = 4) int classes,
      @ForAll long seed) {
    TrainingRows rows =
        rows(
            customers(count, values, seed),
            labels(count, classes, seed + 1),
            ClassWeights.balanced());
    double best = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < rows.columns(); column++) {
      for (int row = 0; row < count; row++) {
        best = Math.max(best, merit(rows, column, rows.row(row)[column]));
      }
    }
    TreeEnsemble.Nodes stump = grown(STUMP, rows, 1);
    assertThat(merit(rows, stump.columns()[0], stump.thresholds()[0]))
        .isCloseTo(best, within(1e-9));
  }

  @Property(tries = 30)
  void grownToTheEndATreeKnowsItsRows(
      @ForAll @IntRange(min = 4, max = 80) int count,
      @ForAll boolean randomSplits,
      @ForAll long seed) {
    TreeSettings settings = TreeSettings.of(1, false, randomSplits);
    TrainingRows rows =
        rows(customers(count, 5, seed), labels(count, 3, seed + 1), ClassWeights.none());
    TreeEnsemble.Nodes tree = grown(settings, rows, seed);
    for (int row = 0; row < count; row++) {
      int leaf = tree.leaf(0, rows.row(row), 0);
      assertThat(tree.value(leaf + rows.classes[row])).isEqualTo(1);
    }
  }

  /** Thresholds stay between the values where their sum or difference is no longer a number. */
  @Test
  void splitsTheLargestNumbers() {
    double[] huge = {-Double.MAX_VALUE, Double.MAX_VALUE, -1e308, 1e308, Double.MIN_VALUE, 0, -0.0};
    Table table =
        Table.create(
            StringColumn.create("id", "a", "b", "c", "d", "e", "f", "g"),
            DoubleColumn.create("x", huge),
            StringColumn.create("y", "no", "yes", "no", "yes", "yes", "no", "no"));
    CustomerFeatures customers =
        CustomerFeatures.from(table, c -> c.id("id").numeric("x").target("y", "yes"));
    for (var plan :
        new Classifier[] {
          DecisionTree.withDefaults().leastSplit(1), ExtraTrees.trees(20).seed(3)
        }) {
      ClassifierModel model = plan.fit(customers);
      for (int row = 0; row < huge.length; row++) {
        assertThat(model.predict(customers).label(row)).isEqualTo(table.stringColumn("y").get(row));
      }
    }
  }
}
