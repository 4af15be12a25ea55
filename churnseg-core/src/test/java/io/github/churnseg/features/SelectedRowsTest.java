package io.github.churnseg.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SelectedRowsTest {

  private static final CustomerFeatures FIFTY = customers(50);

  @Property(tries = 200)
  void hasTheRowsAskedForInTheirOrder(
      @ForAll @UniqueElements List<@IntRange(max = 49) Integer> list) {
    int[] rows = list.stream().mapToInt(Integer::intValue).toArray();
    CustomerFeatures some = FIFTY.select(rows);
    assertThat(some.size()).isEqualTo(rows.length);
    for (int row = 0; row < rows.length; row++) {
      assertThat(some.id(row)).isEqualTo("c" + rows[row]);
      assertThat(some.rowOf("c" + rows[row])).hasValue(row);
    }
    assertThat(some.numeric("x")).isEqualTo(Arrays.stream(rows).mapToDouble(row -> row).toArray());
    for (int row = 0; row < 50; row++) {
      assertThat(some.rowOf("c" + row).isPresent()).isEqualTo(list.contains(row));
    }
    assertThat(some.rowOf("c50")).isEmpty();
  }

  @Test
  void rowsOfSelectedRowsAreFound() {
    CustomerFeatures some = FIFTY.select(9, 3, 7, 1).select(2, 0);
    assertThat(some.id(0)).isEqualTo("c7");
    assertThat(some.rowOf("c9")).hasValue(1);
    assertThat(some.rowOf("c3")).isEmpty();
    assertThat(some.toTable().stringColumn("customer").asList()).containsExactly("c7", "c9");
  }

  @Test
  void doesNotNoticeWhenTheGivenRowsChange() {
    int[] rows = {4, 2};
    CustomerFeatures some = FIFTY.select(rows);
    rows[0] = 0;
    assertThat(some.id(0)).isEqualTo("c4");
  }

  @Test
  void refusesARowThatIsNotThere() {
    assertThatThrownBy(() -> FIFTY.select(0, 50))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("no row 50 (from 0); there are 50");
    assertThatThrownBy(() -> FIFTY.select(-1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("no row -1 (from 0); there are 50");
  }

  @Test
  void refusesARowTwice() {
    assertThatThrownBy(() -> FIFTY.select(4, 7, 2, 7))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "row 7, id 'c7', is selected twice, as row 1 and as row 3 (from 0); select it once");
    assertThatThrownBy(() -> FIFTY.select(3, 3)).hasMessageContaining("row 3, id 'c3'");
  }

  @Test
  void idsAreFoundFromManyThreads() {
    int size = 100_000;
    CustomerFeatures all = customers(size);
    CustomerFeatures backwards =
        all.select(IntStream.range(0, size).map(i -> size - 1 - i).toArray());
    assertThat(
            IntStream.range(0, size)
                .parallel()
                .filter(
                    row -> all.rowOf("c" + row).orElse(-1) != row || !all.id(row).equals("c" + row))
                .count())
        .isZero();
    assertThat(
            IntStream.range(0, size)
                .parallel()
                .filter(row -> backwards.rowOf("c" + row).orElse(-1) != size - 1 - row)
                .count())
        .isZero();
  }

  private static CustomerFeatures customers(int size) {
    String[] ids = new String[size];
    Arrays.setAll(ids, row -> "c" + row);
    double[] x = new double[size];
    Arrays.setAll(x, row -> row);
    Table table = Table.create(StringColumn.create("customer", ids), DoubleColumn.create("x", x));
    return CustomerFeatures.from(table, c -> c.id("customer").numeric("x"));
  }
}
