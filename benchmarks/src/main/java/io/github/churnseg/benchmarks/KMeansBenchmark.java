package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * K-means from given centres until no customer moves, through the public API: columns are copied,
 * checked and sorted within the time. {@code peers/kmeans_sklearn.py} does the same with the same
 * numbers and centres.
 *
 * <p>Call after call, each timed by itself, as the script does: between single shots JMH pauses,
 * caches cool and threads fall asleep. It takes many calls until all is compiled and the heap has
 * been used once from end to end, which happens within the seconds of warming up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 20)
@Measurement(iterations = 11, time = 1)
@SuppressWarnings("NullAway.Init")
public class KMeansBenchmark {

  @Param({"A", "B", "C", "D"})
  String workload;

  private CustomerFeatures customers;
  private KMeans plan;
  private KMeansModel model;

  @Setup
  public void prepare() {
    KMeansData data = KMeansData.of(workload);
    customers = data.features();
    plan = KMeans.k(data.k).scaling(Scaling.NONE).centres(data.centres);
    model = plan.fit(customers);
  }

  @TearDown
  public void report() {
    System.out.printf(
        "%s: inertia %.12g after %d iterations%n", workload, model.inertia(), model.iterations());
  }

  @Benchmark
  public KMeansModel fit() {
    return plan.fit(customers);
  }

  @Benchmark
  public Assignments assign() {
    return model.assign(customers);
  }
}
