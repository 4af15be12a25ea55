package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden numbers: scikit-learn 1.2.1 (Debian 12) on the customers of {@link Customers#formula}. */
class OtherMethodsTest {

  private static final Offset<Double> NEAR = within(1e-3);

  private static CustomerFeatures three() {
    double[][] two = Customers.formula();
    double[] product = IntStream.range(0, 120).mapToDouble(i -> two[0][i] * two[1][i]).toArray();
    return Customers.of(two[0], two[1], product);
  }

  /** GaussianMixture(3, covariance_type="full", tol=1e-10, n_init=5): score, bic, means. */
  @Test
  void fullMixtureAgreesWithScikitLearn() {
    CustomerFeatures customers = Customers.of(Customers.formula());
    GaussianMixtureModel model =
        GaussianMixture.k(3).scaling(Scaling.NONE).tolerance(1e-10).seed(1).fit(customers);
    assertThat(model.logLikelihood()).isCloseTo(-327.356908628664, NEAR);
    assertThat(model.bic()).isCloseTo(736.1011768846228, NEAR);
    assertThat(model.converged()).isTrue();
    assertThat(model.means()[0]).containsExactly(new double[] {1.0215, 0.869}, NEAR);
    assertThat(model.means()[1]).containsExactly(new double[] {4.00409, -1.25401}, NEAR);
    assertThat(model.shares()[0]).isCloseTo(1 / 3.0, NEAR);
    assertThat(model.report().toTable().intColumn("customers").asObjectArray())
        .containsExactly(40, 40, 40);
    double[][] memberships = model.memberships(customers);
    assertThat(Arrays.stream(memberships[0]).sum()).isCloseTo(1, within(1e-12));
    assertThat(model.toString()).contains("FULL covariance", "BIC 736.1");
  }

  @Test
  void diagonalMixtureAgreesWithScikitLearn() {
    GaussianMixtureModel model =
        GaussianMixture.k(3)
            .covariance(Covariance.DIAGONAL)
            .scaling(Scaling.NONE)
            .tolerance(1e-10)
            .restarts(3)
            .fit(Customers.of(Customers.formula()));
    assertThat(model.logLikelihood()).isCloseTo(-330.8366415262451, NEAR);
    assertThat(model.bic()).isCloseTo(728.6981674514388, NEAR);
  }

  @Test
  void mixtureStopsWhenItsIterationsRunOut() {
    GaussianMixtureModel model = GaussianMixture.k(3).maxIterations(1).columns("x0").fit(three());
    assertThat(model.converged()).isFalse();
    assertThat(model.toString()).contains("after 1 iterations, not");
    assertThat(GaussianMixture.k(2))
        .hasToString("Gaussian mixture, k=2, FULL covariance, LOG_Z_SCORE, seed 0");
  }

  @Test
  void mixtureOfEqualCustomersKeepsItsShape() {
    double[] few = IntStream.range(0, 30).mapToDouble(i -> i % 3).toArray();
    GaussianMixtureModel model = GaussianMixture.k(3).fit(Customers.of(few, new double[30]));
    assertThat(model.assign(Customers.of(few, new double[30])).counts().values())
        .containsExactly(10, 10, 10);
  }

  @Test
  void unitsDoNotShowInAMixture() {
    double[][] two = Customers.formula();
    for (double unit : new double[] {1e-8, 1e8}) {
      // The second column says what the first does: without a floor there is no inverse.
      double[] same = Arrays.stream(two[0]).map(value -> 2 * unit * value).toArray();
      double[] first = Arrays.stream(two[0]).map(value -> unit * value).toArray();
      double[] other = Arrays.stream(two[1]).map(value -> unit * value).toArray();
      CustomerFeatures customers = Customers.of(first, same, other, new double[first.length]);
      GaussianMixtureModel model =
          GaussianMixture.k(3).scaling(Scaling.NONE).seed(1).fit(customers);
      assertThat(model.assign(customers).counts().values()).containsExactly(40, 40, 40);
      assertThat(model.means()[0][0]).isCloseTo(1.0215 * unit, within(1e-6 * unit));
    }
  }

  /** PCA(3) of StandardScaler: explained_variance_ratio_ and components_, signs by our rule. */
  @Test
  void componentsAgreeWithScikitLearn() {
    PcaModel model = Pca.components(3).scaling(Scaling.Z_SCORE).fit(three());
    assertThat(model.explained())
        .containsExactly(new double[] {0.66114989, 0.32478733, 0.01406277}, within(1e-8));
    assertThat(model.loadings()[0])
        .containsExactly(new double[] {0.32719495, 0.63225397, 0.70228084}, within(1e-8));
    assertThat(model.loadings()[1])
        .containsExactly(new double[] {0.89697108, -0.44162221, -0.02031525}, within(1e-8));
    assertThat(model.inWords().get(1)).isEqualTo("pc2: more x0, less x1");
    assertThat(model.toString()).contains("66.1 %", "pc1: more x2, more x1");
    assertThat(model.toTable().rowCount()).isEqualTo(3);
  }

  @Test
  void scoresOfNewcomersAreOnTheSameAxes() {
    PcaModel model = Pca.components(2).columns("x0", "x1", "x2").fit(three());
    CustomerFeatures all = model.extract(three());
    CustomerFeatures some = model.extract(three().select(7, 3));
    assertThat(some.numeric("pc2")[0]).isEqualTo(all.numeric("pc2")[7]);
    assertThat(some.id(1)).isEqualTo("c3");
    assertThat(Arrays.stream(all.numeric("pc1")).sum()).isCloseTo(0, within(1e-9));
  }

  @Test
  void componentsFeedAnySegmenter() {
    SegmentModel<CustomerFeatures> model =
        Pca.components(2).then(KMeans.k(3).scaling(Scaling.NONE)).fit(three());
    Assignments assigned = model.assign(three());
    assertThat(assigned.counts().values()).containsExactly(40, 40, 40);
    assertThat(assigned.customers().numericColumns()).containsExactly("x0", "x1", "x2");
    assertThat(model.labels()).hasSize(3);
    assertThat(model.report().toTable().columnNames()).contains("pc1", "pc2");
    assertThat(model.toString()).contains("component", "segment");
  }

  @Test
  void refusesMoreComponentsThanColumns() {
    assertThatThrownBy(() -> Pca.components(3).fit(Customers.of(Customers.formula())))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("components=3 but only 2 columns: [x0, x1]; choose components <= 2");
    assertThatThrownBy(() -> Pca.components(0)).hasMessage("components=0; choose at least 1");
    assertThat(Pca.components(2)).hasToString("PCA, 2 components, LOG_Z_SCORE");
  }

  @Test
  void aMixtureTellsOfItsIterations() {
    List<String> stages = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    GaussianMixture.k(3)
        .restarts(1)
        .fit(
            three(),
            (stage, done) -> {
              stages.add(stage);
              if (stage.equals("gaussian mixture")) {
                shares.add(done);
              }
            });
    assertThat(stages).startsWith("k-means").endsWith("gaussian mixture");
    assertThat(shares).isSorted().startsWith(0.0).endsWith(1.0).hasSizeGreaterThan(2);
  }

  @Test
  void componentsCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Pca.components(1).fit(three()))
        .isInstanceOf(CancellationException.class)
        .hasMessageStartingWith("PCA was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
