package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Provenance;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bisecting and mini-batch K-means. */
class OtherKMeansTest {

  private static final CustomerFeatures SHOP = Shops.shop(3000, 4);

  @Test
  void bisectingEndsNearTheBestOfManyStarts() {
    double best = KMeans.k(8).restarts(20).fit(SHOP).inertia();
    KMeansModel model = BisectingKMeans.k(8).fit(SHOP);
    assertThat(model.k()).isEqualTo(8);
    assertThat(model.inertia()).isBetween(best * (1 - 1e-9), best * 1.2);
    assertThat(model.toString()).contains("Bisecting K-means, k=8, scaling LOG_Z_SCORE");
  }

  @Test
  void bisectingCutsToTheLastCustomer() {
    KMeansModel model =
        BisectingKMeans.k(4).scaling(Scaling.NONE).columns("spend").fit(Shops.spend(1, 2, 5, 9));
    assertThat(model.inertia()).isZero();
    assertThatThrownBy(() -> BisectingKMeans.k(3).fit(Shops.spend(1, 1, 2)))
        .hasMessage("k=3 but only 2 distinct customers; choose k <= 2");
  }

  @Test
  void batchesLeadNearTheResultOfAllAtOnce() {
    double best = KMeans.k(4).fit(SHOP).inertia();
    assertThat(MiniBatchKMeans.k(4).batchSize(500).fit(SHOP).inertia())
        .isBetween(best * (1 - 1e-9), best * 1.3);
  }

  @Test
  void oneBatchMovesEachCentreToTheMeanOfItsCustomers() {
    KMeansModel model =
        MiniBatchKMeans.k(2)
            .scaling(Scaling.NONE)
            .fit(List.of(Shops.spend(1, 3, 100), Shops.spend(2, 102)).iterator());
    assertThat(model.centres()[0]).containsExactly(2);
    assertThat(model.centres()[1]).containsExactly(new double[] {101}, within(1e-12));
    assertThat(model.sizes()).containsExactly(3, 2);
    assertThat(model.iterations()).isEqualTo(2);
    assertThat(model.report().toString()).contains("5 customers", "after 2 batches");
  }

  @Test
  void manyBatchesAreNotKept() {
    CustomerFeatures batch = SHOP.select(IntStream.range(0, 300).toArray());
    KMeansModel model =
        MiniBatchKMeans.k(3).threads(1).fit(Collections.nCopies(50, batch).iterator());
    assertThat(IntStream.of(model.sizes()).sum()).isEqualTo(15_000);
  }

  @Test
  void weightsAndChosenColumnsAreThoseOfKMeans() {
    CustomerFeatures customers =
        Shops.numbers(new double[] {0, 4, 100}, new double[] {3, 1, 1}, new double[] {7, 700, -7});
    KMeansModel bisecting =
        BisectingKMeans.k(2).scaling(Scaling.NONE).columns("spend").weights("x1").fit(customers);
    MiniBatchKMeans batches =
        MiniBatchKMeans.k(2).scaling(Scaling.NONE).columns("spend").weights("x1");
    KMeansModel streamed = batches.fit(List.of(customers, customers).iterator());
    for (KMeansModel model : List.of(bisecting, streamed, batches.fit(customers))) {
      assertThat(model.columns()).containsExactly("spend");
      // The mean of 0, 0, 0 and 4.
      assertThat(model.centres()).isDeepEqualTo(new double[][] {{1}, {100}});
    }
    assertThat(streamed.sizes()).containsExactly(4, 2);
    assertThatThrownBy(() -> batches.fit(List.of(customers, Shops.spend(1)).iterator()))
        .hasMessage("no numeric column 'x1' for weights; there are [spend]");
  }

  @Test
  void theFingerprintIsOfAllBatches() {
    MiniBatchKMeans plan = MiniBatchKMeans.k(2);
    CustomerFeatures first = Shops.spend(1, 2, 100);
    Provenance one = plan.fit(List.of(first).iterator()).provenance();
    Provenance two = plan.fit(List.of(first, Shops.spend(2, 102)).iterator()).provenance();
    Provenance other = plan.fit(List.of(first, Shops.spend(2, 103)).iterator()).provenance();
    assertThat(one.dataHash()).isEqualTo(Provenance.of("", first).dataHash());
    assertThat(two.rows()).isEqualTo(5);
    assertThat(two.dataHash()).isNotEqualTo(one.dataHash()).isNotEqualTo(other.dataHash());
  }

  @Test
  void theFirstBatchHasToHoldTheStart() {
    assertThatThrownBy(() -> MiniBatchKMeans.k(3).batchSize(2).fit(Shops.spend(1, 2, 3, 4)))
        .hasMessage(
            "k=3 but the first batch, which decides on the start, has only 2 distinct customers;"
                + " choose k <= 2 or a larger batch");
  }

  @Test
  void refusesNoBatchAtAll() {
    assertThatThrownBy(() -> MiniBatchKMeans.k(2).fit(Collections.emptyIterator()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no customers: there is no batch; give at least one");
    assertThatThrownBy(() -> MiniBatchKMeans.k(2).batchSize(0))
        .hasMessage("batchSize=0; choose at least 1");
  }
}
