package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class KMeansTest {

  private static CustomerFeatures customers(double... spend) {
    String[] ids = new String[spend.length];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = "c" + row;
    }
    return CustomerFeatures.from(
        Table.create(StringColumn.create("id", ids), DoubleColumn.create("spend", spend)),
        c -> c.id("id").numeric("spend"));
  }

  @Test
  void findsWhatIsApart() {
    CustomerFeatures customers = customers(1, 100, 2, 110, 3, 105, 2);
    KMeansModel model = KMeans.k(2).scaling(Scaling.NONE).fit(customers);
    assertThat(model.sizes()).containsExactly(4, 3);
    assertThat(model.centres()).isDeepEqualTo(new double[][] {{2}, {105}});
    assertThat(model.inertia()).isEqualTo(52);
    assertThat(model.converged()).isTrue();
    assertThat(model.assign(customers(90, 0)).label(0).name()).isEqualTo("2");
    assertThat(model.toString()).contains("segment", "K-means, k=2, 7 customers");
  }

  @Test
  void rejectsKLargerThanDistinctCustomers() {
    assertThatThrownBy(() -> KMeans.k(3).fit(customers(1, 2, 2, 1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("k=3 but only 2 distinct customers; choose k <= 2");
  }
}
