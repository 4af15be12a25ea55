package io.github.churnseg.classify;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Training rows as Tribuo wants them. Columns and classes are called by their numbers, padded with
 * zeros: Tribuo numbers columns by the order of their names, so ours and its numbers are the same.
 */
final class TribuoRows {

  private static final LabelFactory FACTORY = new LabelFactory();

  private final TrainingRows rows;
  private final String[] columnNames;
  private final List<Label> labels;

  TribuoRows(TrainingRows rows) {
    this.rows = rows;
    this.columnNames =
        IntStream.range(0, rows.columns()).mapToObj(TribuoRows::name).toArray(String[]::new);
    this.labels =
        IntStream.range(0, rows.classCount()).mapToObj(index -> new Label(name(index))).toList();
  }

  private static String name(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(10 - digits.length()) + digits;
  }

  static int number(Label label) {
    return Integer.parseInt(label.getLabel());
  }

  /** Tribuo's number of each class to ours. */
  static int[] classOf(ImmutableOutputInfo<Label> info) {
    return IntStream.range(0, info.size()).map(id -> number(info.getOutput(id))).toArray();
  }

  /** Some of the rows, of one class or another: class 1 is the one asked for, 0 all others. */
  MutableDataset<Label> oneAgainstRest(int asked, int... some) {
    MutableDataset<Label> dataset = empty();
    for (int row : some) {
      Label label = new Label(name(rows.classes[row] == asked ? 1 : 0));
      dataset.add(new ArrayExample<>(label, columnNames, rows.row(row)));
    }
    return dataset;
  }

  private static MutableDataset<Label> empty() {
    return new MutableDataset<>(new SimpleDataSourceProvenance("churnseg", FACTORY), FACTORY);
  }

  /** The weights of the two classes of {@link #oneAgainstRest}. */
  Map<Label, Float> weightsOneAgainstRest(int asked) {
    double rest = 0;
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.classes[row] != asked) {
        rest += rows.weight(row);
        count++;
      }
    }
    float of = (float) rows.classWeights[asked];
    return Map.of(new Label(name(1)), of, new Label(name(0)), (float) (rest / Math.max(1, count)));
  }

  /** The weights of all classes. */
  Map<Label, Float> weights() {
    return IntStream.range(0, labels.size())
        .boxed()
        .collect(Collectors.toMap(labels::get, index -> (float) rows.classWeights[index]));
  }
}
