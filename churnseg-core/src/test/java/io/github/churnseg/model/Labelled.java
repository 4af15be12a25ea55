package io.github.churnseg.model;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Assignments from a text such as {@code a=1 b=2}; labels in the order of their names. */
final class Labelled {

  private Labelled() {}

  static Assignments of(String text) {
    List<String[]> pairs =
        Arrays.stream(text.trim().split(" ")).map(pair -> pair.split("=")).toList();
    List<SegmentLabel> labels =
        pairs.stream().map(pair -> new SegmentLabel(pair[1])).distinct().sorted().toList();
    CustomerFeatures customers =
        CustomerFeatures.from(
            Table.create(
                StringColumn.create("id", pairs.stream().map(pair -> pair[0])),
                DoubleColumn.create("x", new double[pairs.size()])),
            c -> c.id("id").numeric("x"));
    return new Assignments(
        customers,
        labels,
        pairs.stream().mapToInt(pair -> labels.indexOf(new SegmentLabel(pair[1]))).toArray());
  }
}
