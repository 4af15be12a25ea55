package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.Segmenter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * K-means for customers that do not fit into memory: they come in batches, each batch moves the
 * centres a little, and is forgotten.
 *
 * <pre>{@code
 * var model = MiniBatchKMeans.k(8).seed(42).fit(batches);   // an Iterator<CustomerFeatures>
 * }</pre>
 *
 * <p>Each centre is the mean of all customers that were nearest to it when they came. The result is
 * near that of {@link KMeans}, not equal to it; where all customers fit into memory, that one is
 * better and not slower. {@link KMeansModel#converged} is always true, since a pass over the
 * batches has an end and nothing to settle.
 *
 * <p>A plan: immutable, safe to share between threads. The same batches, settings and seed give the
 * same bits. Memory: about three times the numbers of a batch, however many batches there are; no
 * group may have more than 2 to the power of 31 customers. Time: each customer is compared with
 * each centre once. D. Sculley, "Web-scale k-means clustering", WWW 2010,
 * doi:10.1145/1772690.1772862.
 */
public final class MiniBatchKMeans implements Segmenter<CustomerFeatures> {

  private final KMeans plan;
  private final int batchSize;

  private MiniBatchKMeans(KMeans plan, int batchSize) {
    this.plan = plan;
    this.batchSize = batchSize;
  }

  /**
   * Plans a given number of groups.
   *
   * @param k groups, 1 or more, and no more than there are customers who differ in the first batch
   * @return a plan with {@link Scaling#LOG_Z_SCORE}, batches of 10,000 where {@link
   *     #fit(CustomerFeatures)} cuts them, and seed 0
   */
  public static MiniBatchKMeans k(int k) {
    return new MiniBatchKMeans(KMeans.k(k), 10_000);
  }

  /**
   * Sets how columns are made comparable; {@link Scaling#LOG_Z_SCORE} unless set, see {@link
   * KMeans#scaling}. The scale is learnt from the first batch.
   *
   * @param scaling the way
   * @return a new plan
   */
  public MiniBatchKMeans scaling(Scaling scaling) {
    return new MiniBatchKMeans(plan.scaling(scaling), batchSize);
  }

  /**
   * Sets which columns to group by; all those of the first batch unless set. Later batches may then
   * have other columns too.
   *
   * @param columns numeric or categorical ones, in any order
   * @return a new plan
   */
  public MiniBatchKMeans columns(String... columns) {
    return new MiniBatchKMeans(plan.columns(columns), batchSize);
  }

  /**
   * Lets customers count more than once, or less; see {@link KMeans#weights}. A batch counts as
   * much as its customers weigh.
   *
   * @param column a numeric column of weights, 0 or more, in every batch; not grouped by
   * @return a new plan
   */
  public MiniBatchKMeans weights(String column) {
    return new MiniBatchKMeans(plan.weights(column), batchSize);
  }

  /**
   * Sets the seed of the start; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public MiniBatchKMeans seed(long seed) {
    return new MiniBatchKMeans(plan.seed(seed), batchSize);
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public MiniBatchKMeans threads(int threads) {
    return new MiniBatchKMeans(plan.threads(threads), batchSize);
  }

  /**
   * Sets how many customers make a batch where {@link #fit(CustomerFeatures)} cuts them; 10,000
   * unless set, which is enough for a first guess at the scale and the centres.
   *
   * @param customers 1 or more
   * @return a new plan
   */
  public MiniBatchKMeans batchSize(int customers) {
    if (customers < 1) {
      throw new IllegalArgumentException("batchSize=" + customers + "; choose at least 1");
    }
    return new MiniBatchKMeans(plan, customers);
  }

  /**
   * Learns from batches, each looked at once. The first decides on the scale and on the start, so
   * it should be a fair sample; a category that it lacks is refused in a later one. Sizes and
   * inertia of the model count each customer as it was when it came.
   *
   * @param batches customers with the same columns, at least one batch
   * @return the groups
   * @throws InvalidDataException if there is no batch, or nothing can be learnt from one
   */
  public KMeansModel fit(Iterator<CustomerFeatures> batches) {
    if (!batches.hasNext()) {
      throw new InvalidDataException("no customers: there is no batch; give at least one");
    }
    try (Workers workers = new Workers(plan.plan().threads())) {
      Encoder.Encoded first = Encoder.learn(batches.next(), plan.plan());
      Encoder encoder = first.encoder;
      Provenance provenance = encoder.provenance(toString());
      Points points = Points.inTiles(first.columns, first.weights, workers);
      Run run = new Run(start(points, workers), workers);
      run.learn(points);
      while (batches.hasNext()) {
        CustomerFeatures batch = batches.next();
        if (batch.size() > 0) {
          double[] weights = Encoder.weights(batch, plan.plan());
          run.learn(Points.inTiles(encoder.encode(batch), weights, workers));
          provenance = provenance.withBatch(batch);
        }
      }
      Origin origin =
          new Origin(toString(), run.customers, "batches", Origin.of("", points).variances());
      Encoder ofAll = new Encoder(plan.plan(), encoder.dimensions(), provenance);
      return new KMeansModel(plan.plan(), ofAll, run.clustering(), origin);
    }
  }

  @Override
  public KMeansModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Learns from customers in memory, in batches drawn from them without replacement; in the end all
   * of them are counted to their nearest centres.
   *
   * @param customers whom to learn from, at least one
   * @param progress told of each batch
   * @return the groups
   */
  @Override
  public KMeansModel fit(CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan.plan());
    try (Workers workers = new Workers(plan.plan().threads())) {
      Points all = Points.inTiles(encoded.columns, encoded.weights, workers);
      int[] order = shuffled(all.size());
      int batches = (all.size() + batchSize - 1) / batchSize;
      Run run = null;
      for (int batch = 0; batch < batches; batch++) {
        progress.update("mini-batch k-means", (double) batch / batches);
        int end = Math.min(all.size(), (batch + 1) * batchSize);
        Points some = all.select(Arrays.copyOfRange(order, batch * batchSize, end), workers);
        run = run == null ? new Run(start(some, workers), workers) : run;
        run.learn(some);
      }
      progress.update("mini-batch k-means", 1);
      double[][] centres = run == null ? new double[0][] : run.centres;
      Partition partition = Partition.of(all, centres.length, workers);
      partition.assign(centres);
      Clustering clustering = partition.clustering(centres, batches, true);
      Origin origin = new Origin(toString(), all.size(), "batches", Origin.of("", all).variances());
      return new KMeansModel(plan.plan(), encoded.encoder, clustering, origin);
    }
  }

  private double[][] start(Points points, Workers workers) {
    DistinctCustomers.require(
        plan.plan().k(),
        points,
        "k=%d but the first batch, which decides on the start, has only".formatted(plan.plan().k()),
        "choose k <= %d or a larger batch"::formatted);
    SplittableRandom random = new SplittableRandom(plan.plan().seed());
    return Seeds.draw(points, plan.plan().k(), random, workers);
  }

  /** Places in the order of the points, which does not depend on that of the customers. */
  private int[] shuffled(int size) {
    SplittableRandom random = new SplittableRandom(plan.plan().seed() + 1);
    int[] order = IntStream.range(0, size).toArray();
    for (int last = size - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int swap = order[last];
      order[last] = order[other];
      order[other] = swap;
    }
    return order;
  }

  /** The settings. */
  @Override
  public String toString() {
    return "Mini-batch K-means, k=%d, scaling %s, seed %d"
        .formatted(plan.plan().k(), plan.plan().scaling(), plan.plan().seed());
  }

  /** The centres so far, and what they have seen. */
  private static final class Run {

    private final double[][] centres;
    private final Workers workers;
    private final double[] seen;
    private final int[] sizes;
    private double inertia;
    private long customers;
    private int batches;

    Run(double[][] centres, Workers workers) {
      this.centres = centres;
      this.workers = workers;
      this.seen = new double[centres.length];
      this.sizes = new int[centres.length];
    }

    void learn(Points batch) {
      Interruption.check("K-means");
      Partition partition = Partition.of(batch, centres.length, workers);
      partition.assign(centres);
      Clustering groups = partition.clustering(centres, 1, true);
      inertia += groups.inertia;
      customers += batch.size();
      batches++;
      for (int group = 0; group < centres.length; group++) {
        sizes[groups.places[group]] += groups.sizes[group];
      }
      move(partition.sums());
    }

    private void move(Sums sums) {
      double[] mean = new double[centres[0].length];
      for (int c = 0; c < centres.length; c++) {
        double weight = sums.weight(c);
        if (weight > 0) {
          sums.mean(c, mean);
          seen[c] += weight;
          for (int j = 0; j < mean.length; j++) {
            centres[c][j] += (mean[j] - centres[c][j]) * (weight / seen[c]);
          }
        }
      }
    }

    Clustering clustering() {
      int[] places = Clustering.largestFirst(centres, sizes);
      return new Clustering(
          Arrays.stream(places).mapToObj(c -> centres[c]).toArray(double[][]::new),
          new int[0],
          Arrays.stream(places).map(c -> sizes[c]).toArray(),
          places,
          inertia,
          batches,
          true);
    }
  }
}
