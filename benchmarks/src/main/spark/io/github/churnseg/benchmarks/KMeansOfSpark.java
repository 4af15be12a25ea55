package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/**
 * K-means of Spark MLlib beside ours, in one JVM, in turns: the same numbers, the same starting
 * centres, until no centre moves. Spark gets its rows as cached vectors in two partitions on two
 * local threads; its own persisting of norms counts, the making of the vectors does not.
 *
 * <p>No JMH, whose forks would start a Spark of their own for each benchmark. Built with the Maven
 * profile {@code spark} only.
 */
final class KMeansOfSpark {

  private KMeansOfSpark() {}

  /**
   * Prints times, iterations and inertias.
   *
   * @param arguments a workload (A, B, C or D) and how many runs of each are measured after one that
   *     is not; ours runs five times in each turn
   */
  public static void main(String[] arguments) {
    KMeansData data = KMeansData.of(arguments[0]);
    int runs = Integer.parseInt(arguments[1]);
    SparkConf conf =
        new SparkConf().setAppName("k-means").setMaster("local[2]").set("spark.ui.enabled", "false");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      spark.setLogLevel("ERROR");
      JavaRDD<Vector> cached = rows(spark, arguments[0]);
      CustomerFeatures customers = data.features();
      List<Double> theirs = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      for (int run = 0; run <= runs; run++) {
        double spent = millis("MLlib", () -> mllib(cached, data));
        theirs.addAll(run == 0 ? List.of() : List.of(spent));
        for (int again = 0; again < 5; again++) {
          spent = millis("churnseg", () -> churnseg(customers, data));
          ours.addAll(run == 0 ? List.of() : List.of(spent));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s: Spark MLlib %s %s, churnseg %s, ratio %.1f%n",
          arguments[0],
          spark.version(),
          told(theirs),
          told(ours),
          median(theirs) / median(ours));
    }
  }

  /** Made by the tasks themselves: what a driver hands out goes along with each task again. */
  private static JavaRDD<Vector> rows(JavaSparkContext spark, String workload) {
    JavaRDD<Vector> rows =
        spark
            .parallelize(List.of(0, 1), 2)
            .flatMap(
                part -> {
                  KMeansData data = KMeansData.of(workload);
                  return IntStream.range(0, data.size)
                      .filter(row -> row % 2 == part)
                      .mapToObj(row -> Vectors.dense(data.row(row)))
                      .iterator();
                })
            .cache();
    rows.count();
    return rows;
  }

  private static String mllib(JavaRDD<Vector> rows, KMeansData data) {
    Vector[] start =
        Arrays.stream(data.centres).map(centre -> Vectors.dense(centre)).toArray(Vector[]::new);
    var model =
        new KMeans()
            .setK(data.k)
            .setMaxIterations(1000)
            .setEpsilon(0)
            .setInitialModel(new org.apache.spark.mllib.clustering.KMeansModel(start))
            .run(rows.rdd());
    return "inertia %.10g after %d iterations"
        .formatted(model.trainingCost(), model.numIter());
  }

  private static String churnseg(CustomerFeatures customers, KMeansData data) {
    KMeansModel model =
        io.github.churnseg.cluster.KMeans.k(data.k)
            .scaling(Scaling.NONE)
            .centres(data.centres)
            .fit(customers);
    return "inertia %.10g after %d iterations".formatted(model.inertia(), model.iterations());
  }

  private static double millis(String name, Supplier<String> work) {
    long start = System.nanoTime();
    String result = work.get();
    double millis = (System.nanoTime() - start) * 1e-6;
    System.out.printf(Locale.ROOT, "%-8s %9.1f ms, %s%n", name, millis, result);
    return millis;
  }

  private static String told(List<Double> millis) {
    return String.format(
        Locale.ROOT,
        "%.1f ms (%.1f to %.1f)",
        median(millis),
        millis.stream().min(Double::compare).orElseThrow(),
        millis.stream().max(Double::compare).orElseThrow());
  }

  private static double median(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
