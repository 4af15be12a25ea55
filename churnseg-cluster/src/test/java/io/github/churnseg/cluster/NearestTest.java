package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import org.junit.jupiter.api.Test;

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
}
