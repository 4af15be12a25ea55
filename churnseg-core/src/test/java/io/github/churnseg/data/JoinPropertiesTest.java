package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Joins held against a nested loop over both tables. */
class JoinPropertiesTest {

  @Provide
  Arbitrary<List<String>> keys() {
    // few distinct keys, so that they meet; the empty one is missing
    return Arbitraries.of("", "a", "b", "c", "d", "e", "f").list().ofMaxSize(12);
  }

  private static Table table(String name, List<String> keys) {
    return Table.create(
        name,
        StringColumn.create("key", keys),
        IntColumn.create(name + "_row", IntStream.range(0, keys.size()).toArray()));
  }

  /** Pairs of rows by a nested loop; -1 where a left row found none. */
  private static List<List<Integer>> pairs(
      List<String> left, List<String> right, boolean keepUnmatched) {
    List<List<Integer>> pairs = new ArrayList<>();
    for (int l = 0; l < left.size(); l++) {
      int before = pairs.size();
      for (int r = 0; r < right.size(); r++) {
        if (!left.get(l).isEmpty() && left.get(l).equals(right.get(r))) {
          pairs.add(List.of(l, r));
        }
      }
      if (keepUnmatched && pairs.size() == before) {
        pairs.add(List.of(l, -1));
      }
    }
    return pairs;
  }

  private static List<List<Integer>> pairs(Table joined) {
    IntColumn left = joined.intColumn("left_row");
    IntColumn right = joined.intColumn("right_row");
    return IntStream.range(0, joined.rowCount())
        .mapToObj(row -> List.of(left.get(row), right.isMissing(row) ? -1 : right.get(row)))
        .toList();
  }

  private static boolean isUnique(List<String> keys) {
    Set<String> seen = new HashSet<>();
    return keys.stream().allMatch(key -> key.isEmpty() || seen.add(key));
  }

  @Property
  void manyToOnePairsWhatANestedLoopPairsOrRefuses(
      @ForAll("keys") List<String> left, @ForAll("keys") List<String> right) {
    for (boolean keep : new boolean[] {true, false}) {
      Join start = keep ? Join.left(table("left", left)) : Join.inner(table("left", left));
      Throwable refusal =
          catchThrowable(
              () ->
                  assertThat(pairs(start.manyToOne(table("right", right), "key").toTable()))
                      .isEqualTo(pairs(left, right, keep)));
      assertRefused(refusal, !isUnique(right));
    }
  }

  @Property
  void oneToManyPairsWhatANestedLoopPairsOrRefuses(
      @ForAll("keys") List<String> left, @ForAll("keys") List<String> right) {
    for (boolean keep : new boolean[] {true, false}) {
      Join start = keep ? Join.left(table("left", left)) : Join.inner(table("left", left));
      Throwable refusal =
          catchThrowable(
              () ->
                  assertThat(pairs(start.oneToMany(table("right", right), "key").toTable()))
                      .isEqualTo(pairs(left, right, keep)));
      assertRefused(refusal, !isUnique(left));
    }
  }

  @Property
  void oneToOneIsRefusedWhereEitherSideRepeatsAKey(
      @ForAll("keys") List<String> left, @ForAll("keys") List<String> right) {
    Join start = Join.left(table("left", left));
    Throwable refusal = catchThrowable(() -> start.oneToOne(table("right", right), "key"));
    assertRefused(refusal, !isUnique(left) || !isUnique(right));
  }

  private static void assertRefused(Throwable refusal, boolean expected) {
    if (expected) {
      assertThat(refusal).isInstanceOf(InvalidDataException.class).hasMessageContaining("repeat");
    } else if (refusal != null) {
      Assertions.fail(refusal);
    }
  }

  @Property
  void theReportCountsWhatFoundNoPartner(
      @ForAll("keys") List<String> left, @ForAll("keys") List<String> right) {
    Table counts = Aggregate.by(withKey(right), "key").count("n").toTable();
    JoinReport.Step step =
        Join.left(table("left", left)).manyToOne(counts, "key").report().steps().get(0);
    List<String> lost = left.stream().filter(k -> k.isEmpty() || !right.contains(k)).toList();
    assertThat(step.leftUnmatched().rows()).isEqualTo(lost.size());
    assertThat(step.leftUnmatched().missingKeys())
        .isEqualTo((int) lost.stream().filter(String::isEmpty).count());
    assertThat(step.leftUnmatched().keys())
        .isEqualTo((int) lost.stream().filter(k -> !k.isEmpty()).distinct().count());
    assertThat(step.rowsAfter()).isEqualTo(left.size());
  }

  private static Table withKey(List<String> keys) {
    return table("right", keys.stream().filter(key -> !key.isEmpty()).toList());
  }

  @Property
  void aCompositeKeyIsItsPartsSideBySide(
      @ForAll("keys") List<String> left, @ForAll("keys") List<String> right, @ForAll long seed) {
    List<String> unique = right.stream().distinct().toList();
    Random random = new Random(seed);
    int[] shop = left.stream().mapToInt(key -> random.nextInt(2)).toArray();
    Table plain =
        table(
            "left",
            IntStream.range(0, shop.length)
                .mapToObj(i -> left.get(i).isEmpty() ? "" : left.get(i) + shop[i])
                .toList());
    Table split = table("left", left);
    split.addColumns(IntColumn.create("shop", shop));
    Table one = table("right", unique.stream().map(k -> k.isEmpty() ? "" : k + "1").toList());
    Table both = table("right", unique);
    both.addColumns(IntColumn.create("shop", unique.stream().mapToInt(key -> 1).toArray()));
    assertThat(pairs(Join.left(split).manyToOne(both, "key", "shop").toTable()))
        .isEqualTo(pairs(Join.left(plain).manyToOne(one, "key").toTable()));
  }
}
