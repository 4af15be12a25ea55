package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Many customers are scored in parts, by several threads, to the same bits. */
class ScoringTest {

  private static final int MANY = 40_000;

  private static Table table(int rows) {
    SplittableRandom random = new SplittableRandom(5);
    Table table =
        Table.create(
            StringColumn.create("id"),
            DoubleColumn.create("spend"),
            StringColumn.create("city"),
            StringColumn.create("state"));
    for (int row = 0; row < rows; row++) {
      double spend = random.nextDouble() * 100;
      table.stringColumn("id").append("c" + row);
      if (random.nextInt(9) == 0) {
        table.doubleColumn("spend").appendMissing();
      } else {
        table.doubleColumn("spend").append(spend);
      }
      table.stringColumn("city").append(random.nextInt(7) == 0 ? "" : "city " + random.nextInt(4));
      table.stringColumn("state").append(spend + random.nextInt(50) > 70 ? "left" : "there");
    }
    return table;
  }

  private static CustomerFeatures customers(Table table) {
    return CustomerFeatures.from(table, c -> c.id("id").numeric("spend").categorical("city"));
  }

  private static final ClassifierModel MODEL =
      LogisticRegression.withDefaults()
          .fit(
              CustomerFeatures.from(
                  table(500),
                  c -> c.id("id").numeric("spend").categorical("city").target("state", "left")));

  @Test
  void partsAndThreadsGiveTheBitsOfOneLoop() {
    CustomerFeatures many = customers(table(MANY));
    double[] expected = new double[2 * MANY];
    MODEL.scorer().score(MODEL.preprocessing().encode(many), 0, MANY, expected);
    Predictions predictions = MODEL.predict(many);
    assertThat(predictions.probabilities("left")).hasSize(MANY);
    for (int row = 0; row < MANY; row++) {
      assertThat(predictions.probability(row, 0)).isEqualTo(expected[2 * row]);
      assertThat(predictions.probability(row, 1)).isEqualTo(expected[2 * row + 1]);
    }
  }

  @Test
  void thresholdsOfPartsAreNoSpecialPlaces() {
    for (int rows : new int[] {0, 1, 1023, 1024, 1025, 16_384, 16_385}) {
      CustomerFeatures some = customers(table(rows));
      double[] expected = new double[2 * rows];
      MODEL.scorer().score(MODEL.preprocessing().encode(some), 0, rows, expected);
      assertThat(MODEL.predict(some).size()).isEqualTo(rows);
      if (rows > 0) {
        assertThat(MODEL.predict(some).probability(rows - 1, 1)).isEqualTo(expected[2 * rows - 1]);
      }
    }
  }

  @Test
  void theFirstOfSeveralInfiniteValuesIsNamedWhateverTheThreadsDo() {
    Table table = table(MANY);
    table.doubleColumn("spend").set(17_000, Double.POSITIVE_INFINITY);
    table.doubleColumn("spend").set(39_000, Double.NEGATIVE_INFINITY);
    CustomerFeatures many = customers(table);
    for (int again = 0; again < 5; again++) {
      assertThatThrownBy(() -> MODEL.predict(many))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageStartingWith(
              "column 'spend', customer 'c17000' (row 17000, from 0): Infinity");
    }
  }
}
