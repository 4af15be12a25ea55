package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class EncoderTest {

  @Property(tries = 200)
  void knowsTheEndsOfWhatItScales(
      @ForAll Scaling scaling,
      @ForAll @IntRange(min = 1, max = 50) int size,
      @ForAll @IntRange(min = 1, max = 4) int spread,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] ids = new String[size];
    String[] cities = new String[size];
    double[] values = new double[size];
    double[] weights = new double[size];
    for (int row = 0; row < size; row++) {
      ids[row] = "c" + row;
      cities[row] = "city " + random.nextInt(spread);
      double value = (random.nextInt(2 * spread) - spread) * random.nextDouble();
      values[row] = value == 0 ? -0.0 : value;
      weights[row] = random.nextInt(3);
    }
    Table table =
        Table.create(
            StringColumn.create("id", ids),
            DoubleColumn.create("x", values),
            DoubleColumn.create("weight", weights),
            StringColumn.create("city", cities));
    CustomerFeatures customers =
        CustomerFeatures.from(table, c -> c.id("id").numeric("x", "weight").categorical("city"));
    Plan plan = Plan.of(1).scaling(scaling).weights("weight");
    Encoder.Encoded encoded = Encoder.learn(customers, plan);
    try (Workers workers = new Workers(1)) {
      Ranges known = encoded.ranges(workers);
      Ranges found = Ranges.of(encoded.columns, encoded.weights, workers);
      assertThat(known.low).containsExactly(found.low);
      assertThat(known.high).containsExactly(found.high);
      assertThat(known.heaviest).isEqualTo(found.heaviest);
    }
    if (scaling == Scaling.NONE) {
      assertThat(Arrays.stream(encoded.columns[0]).mapToObj(Double::toString))
          .doesNotContain("-0.0");
    }
  }
}
