package io.github.churnseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AssignmentsBuilderTest {

  private static CustomerFeatures customers(int size) {
    String[] ids = IntStream.range(0, size).mapToObj(i -> "c" + i).toArray(String[]::new);
    Table table =
        Table.create(StringColumn.create("id", ids), DoubleColumn.create("x", new double[size]));
    return CustomerFeatures.from(table, c -> c.id("id").numeric("x"));
  }

  private static List<SegmentLabel> labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> new SegmentLabel("s" + i)).toList();
  }

  /** Around the number of labels at which a byte is too small. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 127, 128, 129, 256, 300})
  void partsGiveWhatTheWholeGives(int count) {
    int size = 700;
    int[] all = IntStream.range(0, size).map(row -> row * 31 % count).toArray();
    CustomerFeatures customers = customers(size);
    AssignmentsBuilder builder = new AssignmentsBuilder(customers, labels(count));
    for (int from : new int[] {500, 0, 250}) {
      int to = Math.min(size, from + 250);
      builder.put(from, to - from, Arrays.copyOfRange(all, from, to));
    }
    Assignments built = builder.build();
    Assignments whole = new Assignments(customers, labels(count), all);
    assertThat(IntStream.range(0, built.size()).map(built::labelIndex).toArray()).isEqualTo(all);
    assertThat(IntStream.range(0, whole.size()).map(whole::labelIndex).toArray()).isEqualTo(all);
    assertThat(built.counts()).isEqualTo(whole.counts());
    assertThat(built).hasToString(whole.toString());
    assertThat(built.of("c31")).contains(labels(count).get(31 * 31 % count));
  }

  @Test
  void refusesRowsThatAreMissingOrTooMany() {
    AssignmentsBuilder builder = new AssignmentsBuilder(customers(3), labels(2));
    builder.put(0, 2, new int[] {1, 0});
    assertThatThrownBy(builder::build).hasMessageContaining("3 customers but 2 labels");
    builder.put(2, 1, new int[] {1});
    assertThat(builder.build().counts().values()).containsExactly(1, 2);
    assertThatThrownBy(() -> builder.put(0, 1, new int[] {0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("put each row once");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void refusesALabelThatIsNotThere(int label) {
    AssignmentsBuilder builder = new AssignmentsBuilder(customers(2), labels(2));
    assertThatThrownBy(() -> builder.put(0, 2, new int[] {0, label}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
