package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/**
 * What a fit needs beside its customers. Run it with {@code -XX:+UseSerialGC} and less and less
 * {@code -Xmx}: the smallest heap that does not end in an OutOfMemoryError, less what is in use
 * before, is what the fit needs at its peak.
 */
final class HeapOfKMeans {

  private HeapOfKMeans() {}

  public static void main(String[] args) {
    double[][] centres = KMeansData.of(args[0]).centres;
    CustomerFeatures customers = KMeansData.of(args[0]).features();
    int dimensions = customers.numericColumns().size();
    double matrix = (double) customers.size() * dimensions * Double.BYTES;
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    System.gc();
    double before = memory.getHeapMemoryUsage().getUsed();
    double most = memory.getHeapMemoryUsage().getMax();
    KMeansModel model =
        KMeans.k(centres.length).scaling(Scaling.NONE).centres(centres).fit(customers);
    System.out.printf(
        Locale.ROOT,
        "%s: fitted (inertia %.6g) within %.2f times the matrix of %.0f MB%n",
        args[0],
        model.inertia(),
        (most - before) / matrix,
        matrix / 1e6);
  }
}
