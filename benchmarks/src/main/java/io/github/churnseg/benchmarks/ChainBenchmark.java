package io.github.churnseg.benchmarks;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.Segmentation;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Scorer;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Newcomers scored by a chain from their orders, beside what its network takes for the same rows
 * once they are encoded: a network of 64 and 32 on city, category, freight, hour, weekday, lines
 * and amount of the first order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@SuppressWarnings("NullAway.Init")
public class ChainBenchmark {

  private static final int MILLION = 1_000_000;
  private static final int SOME = 1024;

  private ClassifiedModel<Transactions> model;
  private Purchase[] orders;
  private Transactions[] logs;
  private double[] encodedRows;
  private Scorer scorer;
  private double[] probabilities;
  private int next;

  /** Fits the chain; newcomers are a thousand logs of one order. */
  @Setup(Level.Trial)
  public void prepare() {
    model =
        Segmentation.builder()
            .features(Rfm.withDefaults())
            .segmentBy("value", RfmSegments.quantiles(3))
            .segmentBy("behaviour", KMeans.k(3).seed(1))
            .combine(labels -> labels.get(1))
            .classifyWith(
                NeuralNetwork.layers(64, 32).epochs(3).seed(1),
                FirstOrder.features("city", "category", "freight"))
            .build()
            .fit(ShopOrders.regulars(5_000));
    SplittableRandom random = new SplittableRandom(3);
    orders = new Purchase[SOME];
    logs = new Transactions[SOME];
    for (int at = 0; at < SOME; at++) {
      orders[at] = ShopOrders.newcomer(at, random);
      logs[at] = Transactions.from(List.of(orders[at]));
    }
    CustomerFeatures known = model.newcomers().extract(Transactions.from(List.of(orders)));
    encodedRows = model.classifier().preprocessing().encode(known);
    scorer = model.classifier().scorer();
    probabilities = new double[SOME * model.classifier().classes().size()];
  }

  private int next() {
    next = (next + 1) % SOME;
    return next;
  }

  /** The network alone. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public double[] rowByNetwork() {
    scorer.score(encodedRows, next(), 1, probabilities);
    return probabilities;
  }

  /** From a log that holds the order. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Predictions rowFromLog() {
    return model.predict(logs[next()]);
  }

  /** From the order as an object, by way of a log. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Predictions rowFromOrder() {
    return model.predict(Transactions.from(List.of(orders[next()])));
  }

  /** A log of a million newcomers, and the same encoded. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init")
  public static class Many {
    private Transactions log;
    private double[] encoded;
    private double[] probabilities;

    /** Makes them. */
    @Setup(Level.Trial)
    public void prepare(ChainBenchmark chain) {
      log = ShopOrders.newcomers(MILLION);
      encoded =
          chain.model.classifier().preprocessing().encode(chain.model.newcomers().extract(log));
      probabilities = new double[MILLION * chain.model.classifier().classes().size()];
    }
  }

  /** The network's batch kernel alone. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public double[] millionByNetwork(Many many) {
    scorer.score(many.encoded, 0, MILLION, many.probabilities);
    return many.probabilities;
  }

  /** From a log that holds their orders. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Predictions millionFromLog(Many many) {
    return model.predict(many.log);
  }
}
