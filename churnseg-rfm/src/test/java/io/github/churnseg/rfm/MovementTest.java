package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.Segmentation;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final SegmentLabel GOOD = new SegmentLabel("good");
  private static final SegmentLabel BAD = new SegmentLabel("bad");

  private final Movement movement =
      Movement.of(
          assigned(List.of("a", "b", "c", "d"), GOOD, GOOD, BAD, BAD),
          assigned(List.of("e", "d", "b", "a"), BAD, BAD, BAD, GOOD));

  @Test
  void countsByPreviousAndCurrentSegment() {
    assertThat(movement.segments()).containsExactly(GOOD, BAD);
    assertThat(movement.customers(GOOD, GOOD)).isEqualTo(1);
    assertThat(movement.customers(GOOD, BAD)).isEqualTo(1);
    assertThat(movement.customers(BAD, GOOD)).isZero();
    assertThat(movement.arrived(BAD)).isEqualTo(1);
    assertThat(movement.gone(BAD)).isEqualTo(1);
    assertThat(movement.stayed()).isEqualTo(2);
    assertThat(movement.moved()).isEqualTo(1);
    assertThat(movement.arrived()).isEqualTo(1);
    assertThat(movement.gone()).isEqualTo(1);
  }

  @Test
  void listsWhoMovedAndFromWhere() {
    assertThat(movement.changes())
        .containsExactly(
            new Move("b", Optional.of(GOOD), Optional.of(BAD)),
            new Move("c", Optional.of(BAD), Optional.empty()),
            new Move("e", Optional.empty(), Optional.of(BAD)));
    var table = movement.customerTable();
    assertThat(table.stringColumn("customer").asList()).containsExactly("a", "b", "c", "d", "e");
    assertThat(table.stringColumn("previous").asList())
        .containsExactly("good", "good", "bad", "bad", "");
    assertThat(table.stringColumn("current").asList())
        .containsExactly("good", "bad", "", "bad", "bad");
    assertThat(table.booleanColumn("changed").countTrue()).isEqualTo(3);
  }

  @Test
  void printsTheMatrix() {
    assertThat(movement)
        .hasToString(
            """
            2 stayed, 1 moved, 1 new, 1 gone
            from \\ to  1  2  (gone)
            1 good     1  1       0
            2 bad      0  1       1
            (new)      0  1
            """);
    assertThat(movement.toTable().columnNames()).containsExactly("from", "good", "bad", "(gone)");
    assertThat(movement.toTable().stringColumn("from").asList())
        .containsExactly("good", "bad", "(new)");
    assertThat(movement.toTable().intColumn("bad").asList()).containsExactly(1, 1, 1);
  }

  @Test
  void printsTheLargestMovesWhereTheMatrixIsTooWide() {
    List<SegmentLabel> many =
        IntStream.range(0, 40).mapToObj(i -> new SegmentLabel("s" + i)).toList();
    Assignments before = new Assignments(ids(List.of("a", "b", "c")), many, new int[] {1, 1, 2});
    Assignments after = new Assignments(ids(List.of("a", "b", "c")), many, new int[] {3, 3, 3});

    assertThat(Movement.of(before, after))
        .hasToString(
            """
            0 stayed, 3 moved, 0 new, 0 gone
            from  to  customers
            s1    s3          2
            s2    s3          1
            """);
  }

  @Test
  void segmentsALogAsOfTwoDatesByOneModel() {
    var log = Logs.shop(200, 3);
    var model =
        Segmentation.builder()
            .features(Rfm.withDefaults())
            .segmentBy("value", RfmSegments.quintiles())
            .build()
            .fit(log);
    LocalDate spring = LocalDate.of(2026, 3, 1);

    Movement moved = Movement.between(log, spring, Logs.AS_OF, model, "value");

    int before = model.assign("value", log.asOf(spring)).size();
    int after = model.assign("value", log).size();
    assertThat(moved.stayed() + moved.moved()).isEqualTo(before);
    assertThat(moved.arrived()).isEqualTo(after - before);
    assertThat(moved.gone()).isZero();
    assertThat(moved.toString()).startsWith("2026-03-01T00:00 to 2026-07-01T00:00: ");
    assertThat(moved.toString().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void refusesDatesOutOfOrderAndUnknownSegments() {
    LocalDate day = LocalDate.of(2026, 3, 1);
    assertThatThrownBy(
            () -> Movement.between(Logs.shop(5, 1), day, day, cut -> assigned(List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the first date must be before the later one, seen 2026-03-01 and 2026-03-01");
    assertThatThrownBy(() -> movement.customers(GOOD, new SegmentLabel("x")))
        .hasMessage("no segment 'x'; there are [good, bad]");
  }

  private static Assignments assigned(List<String> ids, SegmentLabel... labels) {
    List<SegmentLabel> all = List.of(GOOD, BAD);
    return new Assignments(ids(ids), all, Arrays.stream(labels).mapToInt(all::indexOf).toArray());
  }

  private static DemandTable ids(List<String> ids) {
    int[] orders = new int[ids.size()];
    Arrays.fill(orders, 1);
    return DemandTable.of(
        ids, new double[ids.size()], orders, new double[ids.size()], Variation.ORDER_TOTALS);
  }
}
