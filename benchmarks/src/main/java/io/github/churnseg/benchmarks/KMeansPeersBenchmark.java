package io.github.churnseg.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The same numbers with JVM peers. They take no centres to start from: they draw their own, by
 * k-means++, and run for as many iterations as {@link KMeansBenchmark} takes from its centres;
 * dividing by the iterations is what compares.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx8g")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@SuppressWarnings("NullAway.Init")
public class KMeansPeersBenchmark {

  @Param({"A", "B", "C"})
  String workload;

  @Param("20")
  int iterations;

  private int k;
  private List<DoublePoint> points;
  private MutableDataset<ClusterID> examples;

  @Setup
  public void prepare() {
    KMeansData data = KMeansData.of(workload);
    k = data.k;
    DoublePoint[] rows = new DoublePoint[data.size];
    Arrays.setAll(rows, row -> new DoublePoint(data.row(row)));
    points = Arrays.asList(rows);
    ClusteringFactory factory = new ClusteringFactory();
    examples = new MutableDataset<>(new SimpleDataSourceProvenance("generated", factory), factory);
    String[] names = new String[data.columns.length];
    Arrays.setAll(names, j -> "x" + j);
    for (int row = 0; row < data.size; row++) {
      examples.add(
          new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, data.row(row)));
    }
  }

  @Benchmark
  public List<CentroidCluster<DoublePoint>> commonsMath() {
    return new KMeansPlusPlusClusterer<DoublePoint>(
            k, iterations, new EuclideanDistance(), new Well19937c(1))
        .cluster(points);
  }

  @Benchmark
  public KMeansModel tribuo() {
    return new KMeansTrainer(
            k, iterations, new L2Distance(), KMeansTrainer.Initialisation.PLUSPLUS, 2, 1)
        .train(examples);
  }
}
