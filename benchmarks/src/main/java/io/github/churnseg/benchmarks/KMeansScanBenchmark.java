package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KReport;
import io.github.churnseg.cluster.KScan;
import io.github.churnseg.cluster.Silhouette;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.concurrent.TimeUnit;
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

/**
 * A scan over k from 2 to 10, one drawn start each, with its inertia, Calinski-Harabasz,
 * Davies-Bouldin and silhouette: that of squared distances for all customers, or that of distances
 * with as many of them as 10,000 customers have among themselves: a stratified 1,000 against all
 * 100,000, once for all ks. {@code peers/kmeans_sklearn.py} does the same, but takes the distances
 * between 10,000 customers, for each k anew.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 20)
@Measurement(iterations = 11)
@SuppressWarnings("NullAway.Init")
public class KMeansScanBenchmark {

  @Param("E")
  String workload;

  @Param({"SQUARED_EUCLIDEAN", "EUCLIDEAN"})
  Silhouette silhouette;

  private CustomerFeatures customers;
  private KScan plan;

  @Setup
  public void prepare() {
    customers = KMeansData.of(workload).features();
    plan =
        KMeans.scan(2, 10)
            .scaling(Scaling.NONE)
            .restarts(1)
            .silhouette(silhouette)
            .silhouetteSample(10_000)
            .stability(0)
            .references(0);
  }

  @Benchmark
  public KReport scan() {
    return plan.evaluate(customers);
  }
}
