package io.github.churnseg.benchmarks;

import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a fit needs beside its customers: {@code HeapOfKMeans D 2.2} fills the heap until 2.2 times
 * the matrix of workload D is left, and fits. The smallest number that does not end in an
 * OutOfMemoryError is what the fit needs at its peak. Run it with {@code -XX:+UseSerialGC -Xmn8m},
 * so that nearly all of the heap is one piece, and an {@code -Xmx} that is enough for preparing the
 * data.
 */
final class HeapOfKMeans {

  private static final int PIECE = 1 << 20;

  private HeapOfKMeans() {}

  public static void main(String[] args) {
    double[][] centres = KMeansData.of(args[0]).centres;
    CustomerFeatures customers = KMeansData.of(args[0]).features();
    double times = Double.parseDouble(args[1]);
    int dimensions = customers.numericColumns().size();
    double matrix = (double) customers.size() * dimensions * Double.BYTES;
    List<byte[]> ballast = fill(times * matrix);
    KMeansModel model =
        KMeans.k(centres.length).scaling(Scaling.NONE).centres(centres).fit(customers);
    System.out.printf(
        Locale.ROOT,
        "%s: fitted (inertia %.6g) within %.2f times the matrix of %.0f MB, %,d MB being filled%n",
        args[0],
        model.inertia(),
        times,
        matrix / 1e6,
        ballast.size());
  }

  /** Fills the heap until no more than some bytes are left. */
  private static List<byte[]> fill(double left) {
    System.gc();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    List<byte[]> ballast = new ArrayList<>();
    for (double free = heap.getMax() - heap.getUsed(); free > left; free -= PIECE) {
      ballast.add(new byte[PIECE]);
    }
    return ballast;
  }
}
