package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.ClusterProfile;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.cluster.KReport;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a user of JShell waits for: a million customers are scanned, grouped and profiled once, in a
 * cold JVM, with all defaults but the number of starts. Run it with {@code -Xmx1g}.
 */
final class MillionCustomers {

  private MillionCustomers() {}

  public static void main(String[] args) {
    CustomerFeatures customers = KMeansData.of("A").features();
    KReport report =
        timed(
            "scan of k = 2..10, best of 3 starts, silhouette only",
            () ->
                KMeans.scan(2, 10)
                    .scaling(Scaling.Z_SCORE)
                    .restarts(3)
                    .stability(0)
                    .references(0)
                    .evaluate(customers));
    timed(
        "the same with stability and gap",
        () -> KMeans.scan(2, 10).scaling(Scaling.Z_SCORE).restarts(3).evaluate(customers));
    KMeansModel model =
        timed(
            "fit with k = 8, best of 10 starts",
            () -> KMeans.k(8).scaling(Scaling.Z_SCORE).fit(customers));
    ClusterProfile profile =
        timed("assign and profile", () -> ClusterProfile.of(model.assign(customers)));
    System.out.println(report);
    System.out.println(profile);
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    System.out.printf(Locale.ROOT, "%6.2f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    return result;
  }
}
