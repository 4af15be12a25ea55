package io.github.churnseg.model;

import io.github.churnseg.internal.CrossCounts;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How comparisons are written and read; found by its name in META-INF. */
final class ComparisonCodec {

  private ComparisonCodec() {}

  /** {@link SegmentComparison}. */
  public static final class OfComparison extends NamedCodec<SegmentComparison> {

    /** For the service loader. */
    public OfComparison() {
      super("core", "comparison", SegmentComparison.class);
    }

    @Override
    public void write(SegmentComparison both, ComponentWriter out) {
      out.texts("rows", names(both.rows()));
      out.texts("columns", names(both.columns()));
      out.array(
          "counts",
          both.rows().stream()
              .flatMapToInt(
                  row -> both.columns().stream().mapToInt(column -> both.count(row, column)))
              .toArray());
      out.whole("only-in-first", both.onlyInFirst());
      out.whole("only-in-second", both.onlyInSecond());
    }

    private static List<String> names(List<SegmentLabel> labels) {
      return labels.stream().map(SegmentLabel::name).toList();
    }

    @Override
    public SegmentComparison read(ComponentReader in) throws IOException {
      List<SegmentLabel> rows = labels(in, "rows");
      List<SegmentLabel> columns = labels(in, "columns");
      int[] flat = in.ints("counts");
      in.check(flat.length == (long) rows.size() * columns.size(), "each two labels need a count");
      in.check(Arrays.stream(flat).allMatch(count -> count >= 0), "counts must not be negative");
      in.check(
          Arrays.stream(flat).asLongStream().sum() <= Integer.MAX_VALUE,
          "there are more customers than can be");
      int[][] counts = new int[rows.size()][];
      Arrays.setAll(
          counts,
          row -> Arrays.copyOfRange(flat, row * columns.size(), (row + 1) * columns.size()));
      return new SegmentComparison(
          rows,
          columns,
          CrossCounts.of(counts),
          in.whole("only-in-first", 0, Integer.MAX_VALUE),
          in.whole("only-in-second", 0, Integer.MAX_VALUE));
    }

    private static List<SegmentLabel> labels(ComponentReader in, String name) throws IOException {
      List<String> names = in.texts(name);
      in.check(!names.isEmpty(), "there must be a label");
      in.check(names.stream().noneMatch(String::isBlank), "a label must not be blank");
      return names.stream().map(SegmentLabel::new).toList();
    }
  }
}
