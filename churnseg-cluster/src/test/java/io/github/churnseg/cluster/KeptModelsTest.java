package io.github.churnseg.cluster;

import io.github.churnseg.contract.KeptModels;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.SegmentModel;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Models that were saved by the releases give what they gave then. */
class KeptModelsTest {

  private static final CustomerFeatures CUSTOMERS = customers();

  @Test
  void loadsKMeans() throws IOException {
    KeptModels.check(
        "k-means", () -> KMeans.k(3).seed(1).fit(CUSTOMERS), KMeansModel.class, this::says);
  }

  @Test
  void loadsAgglomerative() throws IOException {
    KeptModels.check(
        "agglomerative",
        () -> Agglomerative.k(3).fit(CUSTOMERS),
        AgglomerativeModel.class,
        this::says);
  }

  @Test
  void loadsGaussianMixture() throws IOException {
    KeptModels.check(
        "gaussian-mixture",
        () -> GaussianMixture.k(2).seed(1).columns("orders", "spend").fit(CUSTOMERS),
        GaussianMixtureModel.class,
        this::says);
  }

  @Test
  void loadsSegmentsOfComponents() throws IOException {
    KeptModels.check(
        "pca-segments",
        () ->
            (PcaSegmentModel)
                Pca.components(2).then(KMeans.k(2).scaling(Scaling.NONE)).fit(CUSTOMERS),
        PcaSegmentModel.class,
        this::says);
  }

  private String says(SegmentModel<CustomerFeatures> model) {
    return IntStream.range(0, CUSTOMERS.size())
            .mapToObj(row -> model.assign(CUSTOMERS).label(row).name())
            .collect(Collectors.joining(" "))
        + "\n"
        + model.report();
  }

  private static CustomerFeatures customers() {
    SplittableRandom random = new SplittableRandom(7);
    int rows = 40;
    String[] ids = new String[rows];
    double[] orders = new double[rows];
    double[] spend = new double[rows];
    String[] city = new String[rows];
    for (int row = 0; row < rows; row++) {
      ids[row] = "c" + row;
      orders[row] = 1 + random.nextInt(4) + 10 * (row % 3);
      spend[row] = orders[row] * (20 + random.nextInt(20));
      city[row] = random.nextBoolean() ? "Oslo" : "Tver";
    }
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", ids),
            DoubleColumn.create("orders", orders),
            DoubleColumn.create("spend", spend),
            StringColumn.create("city", city)),
        c -> c.id("id").numeric("orders", "spend").categorical("city"));
  }
}
