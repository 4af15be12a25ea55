package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RfmTableTest {

  private static final RfmConvention UNDATED = RfmConvention.undated();

  private static RfmTable two(int recency, int frequency, double monetary) {
    return RfmTable.of(
        List.of("a", "b"),
        new int[] {recency, 5},
        new int[] {frequency, 1},
        new double[] {monetary, 9},
        UNDATED);
  }

  @Test
  void takesNumbersThatExist() {
    RfmTable rfm = two(3, 2, 10.5);
    assertThat(rfm.recency(0)).isEqualTo(3);
    assertThat(rfm.frequency(0)).isEqualTo(2);
    assertThat(rfm.monetary(0)).isEqualTo(10.5);
    assertThat(rfm.rowOf("b")).hasValue(1);
    assertThat(rfm.asOf()).isEmpty();
    assertThat(rfm.dataReport()).isEmpty();
  }

  @Test
  void copiesWhatItIsGivenAndWhatItGives() {
    int[] recency = {1};
    double[] monetary = {2};
    RfmTable rfm = RfmTable.of(List.of("a"), recency, new int[] {1}, monetary, UNDATED);
    recency[0] = 9;
    monetary[0] = 9;
    rfm.numeric("monetary")[0] = 9;
    rfm.toTable().intColumn("recency").set(0, 9);
    assertThat(rfm.recency(0)).isEqualTo(1);
    assertThat(rfm.monetary(0)).isEqualTo(2);
  }

  @Test
  void goesThroughATableUnchanged() {
    RfmTable rfm = Rfm.withDefaults().extract(Logs.shop(50, 3));
    RfmTable back = RfmTable.from(rfm.toTable(), rfm.convention());
    assertThat(back.toTable().printAll()).isEqualTo(rfm.toTable().printAll());
    assertThat(back.convention()).isEqualTo(rfm.convention());
  }

  @Test
  void takesColumnsOfOtherNamesAndTypes() {
    Table table =
        Table.create(
            LongColumn.create("id", 17, 4),
            DoubleColumn.create("days", 3, 4),
            IntColumn.create("orders", new int[] {1, 2}),
            IntColumn.create("spent", new int[] {10, 20}));
    RfmTable rfm = RfmTable.from(table, "ID", "days", "orders", "spent", UNDATED);
    assertThat(rfm.id(0)).isEqualTo("17");
    assertThat(rfm.monetary(rfm.rowOf("4").orElseThrow())).isEqualTo(20);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> two(-1, 1, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("recency in row 1 is -1 but must be 0 or more days; cut later purchases first");
    assertThatThrownBy(() -> two(1, 0, 1))
        .hasMessage("frequency in row 1 is 0 but must be 1 or more; leave out who never bought");
    assertThatThrownBy(() -> two(1, 1, Double.NaN))
        .hasMessage("monetary in row 1 is NaN but must be finite; leave the row out or repair it");
    assertThatThrownBy(
            () ->
                RfmTable.of(
                    List.of("a", "a"), new int[2], new int[] {1, 1}, new double[2], UNDATED))
        .hasMessageContaining("customer 'a' occurs twice, in rows 1 and 2");
    assertThatThrownBy(
            () -> RfmTable.of(List.of("a"), new int[2], new int[1], new double[1], UNDATED))
        .hasMessageContaining("1 ids, 2 recencies, 1 frequencies, 1 monetary values");
  }

  @Test
  void repeatDaysMayBeNone() {
    RfmConvention repeats = UNDATED.frequency(Frequency.REPEAT_DAYS);
    RfmTable rfm = RfmTable.of(List.of("a"), new int[1], new int[1], new double[1], repeats);
    assertThat(rfm.frequency(0)).isZero();
  }

  @Test
  void refusesATableThatDoesNotFit() {
    Table table =
        Table.create(
            StringColumn.create("customer", "a"),
            DoubleColumn.create("recency", 1.5),
            IntColumn.create("frequency", new int[] {1}),
            StringColumn.create("monetary", "ten"));
    assertThatThrownBy(() -> RfmTable.from(table, UNDATED))
        .hasMessage(
            "recency in row 1 is 1.5 but must be a whole number below 2^31; round it first");
    assertThatThrownBy(
            () -> RfmTable.from(table, "customer", "frequency", "frequency", "monetary", UNDATED))
        .hasMessage("column 'monetary' holds STRING but must hold numbers");
    assertThatThrownBy(() -> RfmTable.from(table, "id", "recency", "frequency", "m", UNDATED))
        .hasMessage("no column 'id'; the table has [customer, recency, frequency, monetary]");
  }

  @Test
  void refusesMissingCells() {
    Table table =
        Table.create(
            StringColumn.create("customer", "a", ""),
            IntColumn.create("recency", 1, 2),
            IntColumn.create("frequency", 1, 2),
            DoubleColumn.create("monetary", 1, Double.NaN));
    assertThatThrownBy(() -> RfmTable.from(table, UNDATED))
        .hasMessage("customer in row 2 is missing; leave the row out or repair it");
    assertThatThrownBy(
            () -> RfmTable.from(table, "recency", "recency", "frequency", "monetary", UNDATED))
        .hasMessage("monetary in row 2 is missing; leave the row out or repair it");
  }

  @Test
  void namesTheColumnsItHas() {
    RfmTable rfm = two(1, 1, 1);
    assertThat(rfm.numericColumns()).containsExactly("recency", "frequency", "monetary");
    assertThatThrownBy(() -> rfm.numeric("spend"))
        .hasMessage("no numeric column 'spend'; there are [recency, frequency, monetary]");
  }
}
