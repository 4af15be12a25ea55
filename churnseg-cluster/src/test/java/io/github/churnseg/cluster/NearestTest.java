package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

  @Test
  void assignsTheCustomersOfTheFitToTheirGroupsEvenOnTheBorder() {
    double[] spend = new double[20_000];
    for (int row = 0; row < spend.length; row++) {
      spend[row] = row % 101;
    }
    CustomerFeatures customers = Shops.spend(spend);
    for (int k = 1; k < 9; k++) {
      KMeansModel model = KMeans.k(k).scaling(Scaling.NONE).restarts(2).fit(customers);
      Assignments assignments = model.assign(customers);
      int[] sizes = new int[k];
      for (int row = 0; row < spend.length; row++) {
        sizes[assignments.labelIndex(row)]++;
      }
      assertThat(sizes).isEqualTo(model.sizes());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e151})
  void refusesAValueWithoutAPlaceWithItsRow(double value) {
    double[][] columns = new double[3][1000];
    for (double[] column : columns) {
      Arrays.setAll(column, row -> row % 7);
    }
    KMeansModel model = KMeans.k(3).scaling(Scaling.NONE).restarts(1).fit(Shops.numbers(columns));
    columns[1][777] = value;
    columns[0][778] = value;
    assertThatThrownBy(() -> model.assign(Shops.numbers(columns)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("row 778, from 0")
        .hasMessageContaining("column 'spend'");
    columns[0][778] = 0;
    assertThatThrownBy(() -> model.assign(Shops.numbers(columns)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("row 777, from 0")
        .hasMessageContaining("column 'x1'");
  }

  @Test
  void assignsCustomersFarBeyondThoseOfTheFit() {
    double[][] columns = {{1, 2, 9, 8}, {1, 2, 9, 8}, {1, 1, 1, 2}};
    KMeansModel model = KMeans.k(2).scaling(Scaling.NONE).restarts(1).fit(Shops.numbers(columns));
    Assignments far =
        model.assign(Shops.numbers(new double[] {-1e9, 1e9}, new double[2], new double[2]));
    assertThat(far.label(0)).isEqualTo(model.assign(Shops.numbers(columns)).label(0));
    assertThat(far.label(1)).isEqualTo(model.assign(Shops.numbers(columns)).label(2));
  }
}
