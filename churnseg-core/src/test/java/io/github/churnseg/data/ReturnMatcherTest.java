package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReturnMatcherTest {

  private static final String HEAD = "customer,order,time,product,quantity,price\n";

  private static Transactions match(String rows) {
    return CsvText.read(HEAD + rows, c -> CsvText.lines(c).onReturn(ReturnPolicy.MATCH));
  }

  private static double[] amounts(Transactions log) {
    double[] amounts = new double[log.size()];
    Arrays.setAll(amounts, log::amount);
    return amounts;
  }

  @Test
  void takesFromTheLatestPurchaseFirstAndGoesOnToTheOneBefore() {
    Transactions log =
        match(
            """
            a,1,2026-01-01,tea,5,2.00
            a,2,2026-01-02,tea,3,2.50
            a,3,2026-01-03,tea,-4,2.50
            """);
    assertThat(amounts(log)).containsExactly(8.0, 0.0);
    assertThat(log.totalsByCustomer().orders(0)).isEqualTo(2);
    assertThat(log.report().matched()).isEqualTo(new MatchCounts(1, 0, 0, 2));
    assertThat(log.report().rows(LeftOut.Kind.RETURN)).isEqualTo(1);
  }

  @Test
  void twoReturnsOfOnePurchaseAddUp() {
    Transactions log =
        match(
            """
            a,1,2026-01-01,tea,10,1.00
            a,2,2026-01-02,tea,-3,1.00
            a,3,2026-01-03,tea,-4,1.00
            """);
    assertThat(amounts(log)).containsExactly(3.0);
  }

  @Test
  void neverTakesBackMoreThanWasBought() {
    Transactions log =
        match(
            """
            a,1,2026-01-01,tea,2,1.00
            a,2,2026-01-02,tea,-5,1.00
            a,3,2026-01-03,tea,-1,1.00
            """);
    assertThat(amounts(log)).containsExactly(0.0);
    assertThat(log.report().matched()).isEqualTo(new MatchCounts(0, 1, 1, 1));
  }

  @Test
  void leavesLaterPurchasesOtherProductsAndOtherCustomersAlone() {
    Transactions log =
        match(
            """
            a,1,2026-01-02,tea,-1,1.00
            a,2,2026-01-03,tea,1,1.00
            a,3,2026-01-01,milk,1,1.00
            b,4,2026-01-01,tea,1,1.00
            """);
    assertThat(amounts(log)).containsExactly(1.0, 1.0, 1.0);
    assertThat(log.report().matched().unmatched()).isEqualTo(1);
  }

  @Test
  void aReturnOfTheSameMomentFindsItsPurchase() {
    Transactions log =
        match(
            """
            a,2,2026-01-01,tea,-1,1.00
            a,1,2026-01-01,tea,1,1.00
            """);
    assertThat(amounts(log)).containsExactly(0.0);
  }

  @Test
  void customersWithReturnsOnlyLeaveTheLog() {
    Transactions log =
        match(
            """
            z,1,2026-01-01,tea,-1,1.00
            a,2,2026-01-01,tea,1,1.00
            """);
    assertThat(log.customers()).isEqualTo(1);
    assertThat(log.customerId(0)).isEqualTo("a");
    assertThat(log.orders()).isEqualTo(1);
  }

  @Test
  void matchesAmountsWhereThereAreNoQuantities() {
    Transactions log =
        CsvText.read(
            """
            customer,order,time,product,amount
            a,1,2026-01-01,tea,10.00
            a,2,2026-01-02,tea,4.50
            a,3,2026-01-03,tea,-6.00
            a,4,2026-01-03,,-6.00
            """,
            c -> CsvText.columns(c).product("product").onReturn(ReturnPolicy.MATCH));
    assertThat(amounts(log)).containsExactly(8.5, 0.0);
    assertThat(log.report().matched()).isEqualTo(new MatchCounts(1, 0, 1, 2));
  }

  @Test
  void freeLinesAreDroppedAfterTheyHaveTakenTheirReturns() {
    Transactions log =
        CsvText.read(
            HEAD
                + """
                a,1,2026-01-01,tea,1,2.00
                a,2,2026-01-02,tea,1,0.00
                a,3,2026-01-03,tea,-1,0.00
                """,
            c -> CsvText.lines(c).onReturn(ReturnPolicy.MATCH).onFree(FreePolicy.DROP));
    assertThat(amounts(log)).containsExactly(2.0);
    assertThat(log.report().rows(LeftOut.Kind.FREE)).isEqualTo(1);
  }

  @Property(tries = 200)
  void agreesWithAStackByHandAndIgnoresTheOrderOfRows(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> lines = new ArrayList<>(); // customer, product, quantity, in order of time
    for (int i = 0; i < 40; i++) {
      int quantity = random.nextInt(10) < 3 ? -1 - random.nextInt(6) : 1 + random.nextInt(5);
      lines.add(new int[] {random.nextInt(2), random.nextInt(3), quantity});
    }
    Map<String, Integer> expected = byHand(lines);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int[] line = lines.get(i);
      rows.add(
          "c%d,o%d,2026-01-01 00:%02d,p%d,%d,1%n"
              .formatted(line[0], i, i, line[1], line[2])
              .strip());
    }
    Collections.shuffle(rows, new Random(seed));
    Transactions log = match(String.join("\n", rows));
    Map<String, Integer> seen = new HashMap<>();
    for (int line = 0; line < log.size(); line++) {
      seen.put(log.orderId(log.order(line)).orElseThrow(), (int) log.amount(line));
    }
    assertThat(seen).isEqualTo(expected);
  }

  private static Map<String, Integer> byHand(List<int[]> lines) {
    Map<String, Integer> left = new HashMap<>();
    Map<List<Integer>, Deque<String>> stacks = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      int[] line = lines.get(i);
      Deque<String> stack =
          stacks.computeIfAbsent(List.of(line[0], line[1]), key -> new ArrayDeque<>());
      if (line[2] > 0) {
        left.put("o" + i, line[2]);
        stack.push("o" + i);
      }
      for (int open = -line[2]; open > 0 && !stack.isEmpty(); open--) {
        if (left.merge(stack.peek(), -1, Integer::sum) == 0) {
          stack.pop();
        }
      }
    }
    return left;
  }
}
