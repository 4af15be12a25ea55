package io.github.churnseg.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PredictionsTest {

  private static final CustomerFeatures TWO =
      CustomerFeatures.from(
          Table.create(
              StringColumn.create("id", "ann", "bob"),
              DoubleColumn.create("x", new double[] {1, 2})),
          c -> c.id("id").numeric("x"));

  @Test
  void printsAProbabilityForEachOfFewClasses() {
    Predictions guesses =
        new Predictions(
            TWO, List.of("stays", "leaves"), Optional.empty(), new double[] {.75, .25, .5, .5});
    assertThat(guesses)
        .hasToString(
            """
            customer  label  P(stays)  P(leaves)
            ann       stays     0.750      0.250
            bob       stays     0.500      0.500
            """);
  }

  @Test
  void printsTheTwoLikeliestOfManyClasses() {
    Predictions guesses =
        new Predictions(
            TWO,
            List.of("a", "b", "c", "d", "e", "f"),
            Optional.empty(),
            new double[] {.1, .2, .3, .4, 0, 0, .5, .5, 0, 0, 0, 0});
    assertThat(guesses)
        .hasToString(
            """
            customer  label      P  next      P
            ann       d      0.400  c     0.300
            bob       a      0.500  b     0.500
            """);
  }
}
