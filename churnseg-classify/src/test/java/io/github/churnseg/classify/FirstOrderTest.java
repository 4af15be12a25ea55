package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FirstOrderTest {

  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 15);

  private static Purchase line(String who, String order, LocalDateTime time, double amount) {
    return Purchase.of(who, order, time, amount);
  }

  /** Ann orders three lines and comes back; Bob returns his only thing; Cat only takes back. */
  private static List<Purchase> lines() {
    return List.of(
        line("ann", "o1", MONDAY, 10).with("category", "toys").with("freight", 3),
        line("ann", "o1", MONDAY, 20.5).with("category", "garden").with("freight", 1.5),
        line("ann", "o1", MONDAY, 5).with("category", "garden"),
        line("ann", "o1", MONDAY, -2).with("category", "discount").with("freight", 100),
        line("ann", "o1", MONDAY.plusDays(9), -10).with("category", "toys"),
        line("ann", "o2", MONDAY.plusDays(3), 99).with("category", "beauty").with("freight", 50),
        line("bob", "o3", MONDAY.plusDays(5).plusHours(3), 7.25).with("review_score", 4),
        line("bob", "o4", MONDAY.plusDays(8), -7.25).with("category", "toys"),
        line("cat", "o5", MONDAY.plusDays(1), -3));
  }

  private static Transactions log() {
    return Transactions.from(lines());
  }

  @Test
  void knowsTheFirstOrderAndNothingElse() {
    FirstOrderTable known = FirstOrder.features("category", "freight").extract(log());
    assertThat(known.size()).isEqualTo(2);
    assertThat(known.withoutPurchase()).isEqualTo(1);
    assertThat(known.tooRecent()).isZero();
    assertThat(known.id(0)).isEqualTo("ann");
    assertThat(known.categorical("category").value(0)).contains("garden");
    assertThat(known.categorical("category").value(1)).isEmpty();
    assertThat(known.categorical("order weekday").value(0)).contains("Monday");
    assertThat(known.categorical("order weekday").value(1)).contains("Saturday");
    assertThat(known.numeric("order hour")).containsExactly(10, 13);
    assertThat(known.numeric("order lines")).containsExactly(3, 1);
    assertThat(known.numeric("freight")).containsExactly(2.25, Double.NaN);
  }

  @Test
  void amountKnowsTheDiscountButNotTheLaterReturn() {
    FirstOrderTable known = FirstOrder.features().extract(log());
    assertThat(known.numeric("order amount")).containsExactly(33.5, 7.25);
    assertThat(known.numericColumns()).containsExactly("order hour", "order lines", "order amount");
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    FirstOrder plan = FirstOrder.features("category").without("order amount", "order weekday");
    FirstOrderTable known = plan.labelledAfter(Period.ZERO).extract(log());
    assertThat(known.numericColumns()).containsExactly("order hour", "order lines");
    assertThat(known.categoricalColumns()).containsExactly("category");
    assertThat(plan).hasToString("FirstOrder: [category] and [order hour, order lines]");
    assertThatThrownBy(() -> plan.without("category"))
        .hasMessage(
            "'category' is not computed from the order, so it cannot be left out; computed are"
                + " [order hour, order weekday, order lines, order amount]");
  }

  @Test
  void sumsWhatIsAskedFor() {
    FirstOrderTable known = FirstOrder.features("freight").sum("freight").extract(log());
    assertThat(known.numeric("freight")).containsExactly(4.5, Double.NaN);
  }

  @Test
  void nothingLaterChangesIt() {
    FirstOrder plan = FirstOrder.features("category", "freight");
    FirstOrderTable early = plan.extract(log().asOf(MONDAY));
    FirstOrderTable late = plan.extract(log());
    assertThat(early.size()).isEqualTo(1);
    assertThat(early.toTable().row(0).toString()).isEqualTo(late.toTable().row(0).toString());
  }

  @Test
  void ordersOfOneMomentAreTakenTogether() {
    Transactions log =
        Transactions.from(List.of(line("ann", "b", MONDAY, 1), line("ann", "a", MONDAY, 2)));
    FirstOrderTable known = FirstOrder.features().extract(log);
    assertThat(known.numeric("order lines")).containsExactly(2);
    assertThat(known.numeric("order amount")).containsExactly(3);
  }

  @Test
  void linesOfTheFirstOrderCountWhateverTheirMinute() {
    Transactions log =
        Transactions.from(
            List.of(
                line("ann", "a", MONDAY, 1),
                line("ann", "a", MONDAY.plusMinutes(1), 2),
                line("bob", "a", MONDAY.plusMinutes(2), 4),
                line("bob", "b", MONDAY.plusMinutes(1), 8)));
    FirstOrderTable known = FirstOrder.features().extract(log);
    assertThat(known.numeric("order amount")).containsExactly(3, 8);
  }

  @Property(tries = 30)
  void orderOfLinesDoesNotMatter(@ForAll long seed) {
    List<Purchase> shuffled = new ArrayList<>(lines());
    Collections.shuffle(shuffled, new Random(seed));
    FirstOrder plan = FirstOrder.features("category", "freight");
    FirstOrderTable known = plan.extract(Transactions.from(shuffled));
    FirstOrderTable expected = plan.extract(log());
    for (int row = 0; row < expected.size(); row++) {
      int there = known.rowOf(expected.id(row)).orElseThrow();
      Double freight = known.numeric("freight")[there]; // may be NaN, which is itself only boxed
      assertThat(freight).isEqualTo(Double.valueOf(expected.numeric("freight")[row]));
      assertThat(known.numeric("order amount")[there])
          .isEqualTo(expected.numeric("order amount")[row]);
      assertThat(known.categorical("category").value(there))
          .isEqualTo(expected.categorical("category").value(row));
    }
  }

  @Test
  void refusesWhatIsKnownLaterUnlessAskedByName() {
    assertThatThrownBy(() -> FirstOrder.features("Review_score"))
        .hasMessage(
            "attribute 'Review_score' is not known when the first order is placed, by its name;"
                + " leave it out, or say when it is known: later(\"Review_score\","
                + " Period.ofDays(…)), with Period.ZERO if at once");
    FirstOrder plan = FirstOrder.features().later("review_score", Period.ofDays(4));
    assertThat(plan.extract(log()).numeric("review_score")).containsExactly(Double.NaN, Double.NaN);
    Transactions later = log().asOf(LocalDate.of(2026, 4, 1));
    assertThat(plan.extract(later).numeric("review_score")).containsExactly(Double.NaN, 4);
    assertThat(plan.toString()).contains("review_score after 4 days");
  }

  @Test
  void trainingLeavesOutThoseWithoutHistory() {
    FirstOrder plan = FirstOrder.features().labelledAfter(Period.ofDays(7));
    FirstOrderTable known = plan.extractForTraining(log());
    assertThat(known.size()).isEqualTo(1);
    assertThat(known.tooRecent()).isEqualTo(1);
    assertThat(known.rowOf("bob")).isEmpty();
    assertThat(known.rowOf("ann")).hasValue(0);
    assertThat(known.rowOf("nobody")).isEmpty();
    assertThat(known.numeric("order lines")).containsExactly(3);
    assertThatThrownBy(() -> FirstOrder.features().extractForTraining(log()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "all 2 customers first ordered within 90 days before 2026-03-11T10:15, so none has a"
                + " label yet; give a longer log, or choose less with labelledAfter(…)");
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> FirstOrder.features("categroy").extract(log()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no attribute 'categroy' in this log, did you mean 'category'?")
        .hasMessageEndingWith("also where the column is the price or the quantity already");
    assertThatThrownBy(() -> FirstOrder.features("a", "a")).hasMessageContaining("named twice");
    assertThatThrownBy(() -> FirstOrder.features("order hour")).hasMessageContaining("computed");
    assertThatThrownBy(() -> FirstOrder.features("a").sum("b"))
        .hasMessage("attribute 'b' is not asked for, so it cannot be summed; there are [a]");
    assertThatThrownBy(() -> FirstOrder.features("category").sum("category").extract(log()))
        .hasMessageContaining("holds texts");
    assertThatThrownBy(() -> FirstOrder.features().labelledAfter(Period.ofDays(-1)))
        .hasMessage("labelledAfter is P-1D; choose a period of 0 or more");
    FirstOrderTable known = FirstOrder.features().extract(log());
    assertThatThrownBy(() -> known.numeric("x")).hasMessageContaining("no numeric column 'x'");
    assertThatThrownBy(() -> known.categorical("x")).hasMessageContaining("[order weekday]");
  }

  @Test
  void printsAndTabulates() {
    FirstOrderTable known = FirstOrder.features("category", "freight").extract(log());
    assertThat(known.toString())
        .isEqualTo(
            """
            2 customers, first orders up to 2026-03-11T10:15; left out: 1 without purchase, 0 too recent
            customer  category  order weekday  freight  order hour  order lines  order amount
            ann       garden    Monday            2.25          10            3         33.50
            bob                 Saturday                        13            1          7.25
            """);
    assertThat(known.toTable().columnNames())
        .containsExactly(
            "customer",
            "category",
            "order weekday",
            "freight",
            "order hour",
            "order lines",
            "order amount");
    assertThat(known.asOf()).contains(LocalDateTime.of(2026, 3, 11, 10, 15));
    assertThat(FirstOrder.features("category"))
        .hasToString(
            "FirstOrder: [category] and [order hour, order weekday, order lines, order amount]");
  }

  @Test
  void anEmptyLogGivesNoRows() {
    Transactions none = log().asOf(LocalDate.of(2020, 1, 1));
    assertThat(FirstOrder.features("category").extract(none).size()).isZero();
  }
}
