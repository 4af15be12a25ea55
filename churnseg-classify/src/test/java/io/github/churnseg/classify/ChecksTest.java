package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChecksTest {

  private static final int ROWS = 200;

  private static Table table() {
    SplittableRandom random = new SplittableRandom(4);
    Table table =
        Table.create(
            StringColumn.create("id", IntStream.range(0, ROWS).mapToObj(row -> "c" + row)),
            StringColumn.create("status", IntStream.range(0, ROWS).mapToObj(ChecksTest::status)),
            DoubleColumn.create("spend", random.doubles(ROWS)),
            StringColumn.create("city", random.ints(ROWS, 0, 4).mapToObj(i -> "city" + i)));
    DoubleColumn cancelled = DoubleColumn.create("days since notice");
    for (int row = 0; row < ROWS; row++) {
      if (status(row).equals("left") || row % 40 == 0) {
        cancelled.append(random.nextInt(30));
      } else {
        cancelled.appendMissing();
      }
    }
    return table.addColumns(
        cancelled,
        DoubleColumn.create(
            "code",
            IntStream.range(0, ROWS).mapToDouble(row -> status(row).equals("left") ? 7 : 3)),
        DoubleColumn.create("number", IntStream.range(0, ROWS).mapToDouble(row -> 5000 - row)),
        StringColumn.create("mail", IntStream.range(0, ROWS).mapToObj(row -> row + "@shop")));
  }

  private static String status(int row) {
    return row % 3 == 0 ? "left" : "stayed";
  }

  private static List<Warning> warnings(String[] numeric, String... categorical) {
    return Checks.of(
        CustomerFeatures.from(
            table(),
            c -> c.id("id").target("status", "left").numeric(numeric).categorical(categorical)));
  }

  @Test
  void honestColumnsGiveNoWarning() {
    assertThat(warnings(new String[] {"spend"}, "city")).isEmpty();
  }

  @Test
  void aColumnWhoseGapsTellTheOutcomeLeaks() {
    List<Warning> seen = warnings(new String[] {"spend", "days since notice"}, "city");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).kind()).isEqualTo(Warning.Kind.LEAK);
    assertThat(seen.get(0).toString())
        .startsWith("column 'days since notice' alone has an AUC of 0.9")
        .endsWith("ask whether it is known before the outcome is");
  }

  @Test
  void theTargetUnderAnotherNameIsFound() {
    assertThat(warnings(new String[] {"code"}))
        .containsExactly(
            new Warning(
                Warning.Kind.TARGET_AMONG_FEATURES,
                "code",
                "column 'code' has one value for each class: it is the target; leave it out"));
  }

  @Test
  void idsAreFound() {
    assertThat(warnings(new String[] {"number", "spend"}, "mail"))
        .extracting(Warning::kind, Warning::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Warning.Kind.IDENTIFIER, "number"),
            org.assertj.core.groups.Tuple.tuple(Warning.Kind.IDENTIFIER, "mail"));
  }

  @Test
  void classesThatAreNoneAreFound() {
    CustomerFeatures customers = CustomerFeatures.from(table(), c -> c.id("id").numeric("spend"));
    List<String> names = List.of("1", "1.0", "2", "NaN", " 2");
    Labels labels =
        Labels.of(IntStream.range(0, ROWS).mapToObj(row -> names.get(row % 5)).toList());
    assertThat(Checks.of(customers, labels))
        .extracting(Warning::text)
        .containsExactlyInAnyOrder(
            "classes ' 2' and '2' differ in spelling only; make them one",
            "classes '1' and '1.0' differ in spelling only; make them one",
            "class 'NaN' looks like a missing value; leave these customers out");
    Labels many = Labels.of(IntStream.range(0, ROWS).mapToObj(row -> "v" + row % 90).toList());
    assertThat(Checks.of(customers, many))
        .extracting(Warning::text)
        .containsExactly("the target has 90 classes; a classifier is for a few, so group them");
    assertThatThrownBy(() -> Checks.of(customers, Labels.of(List.of("a"))))
        .hasMessage("200 customers but 1 labels; give one a customer");
  }

  @Test
  void customersOnBothSidesAreFound() {
    CustomerFeatures all = CustomerFeatures.from(table(), c -> c.id("id").numeric("spend"));
    CustomerFeatures some = all.select(IntStream.range(0, 100).toArray());
    CustomerFeatures others = all.select(IntStream.range(98, 200).toArray());
    assertThat(Checks.ofSplit(some, others))
        .extracting(Warning::text)
        .containsExactly(
            "2 customers, the first is 'c98', are learnt from and predicted; keep all rows of a"
                + " customer on one side");
    assertThat(Checks.ofSplit(some, all.select(150, 151))).isEmpty();
    assertThat(Checks.ofSplit(some, all.select(150, 151), id -> id.substring(0, 2))).hasSize(1);
  }
}
