package io.github.churnseg.benchmarks;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.Segmentation;
import io.github.churnseg.classify.Baseline;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.FirstOrderTable;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import io.github.churnseg.rfm.RfmTable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The fit of a whole chain, beside its parts called by hand. With a classifier that learns next to
 * nothing the difference is what the chain itself takes; with a network it is lost in the noise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 4)
@Measurement(iterations = 9)
@SuppressWarnings("NullAway.Init")
public class ChainFitBenchmark {

  private static final int CUSTOMERS = 20_000;

  /** {@code network} or {@code majority}. */
  @Param({"majority", "network"})
  private String classifier;

  private Classifier learner;
  private final FirstOrder newcomer = FirstOrder.features("city", "category", "freight");
  private Transactions log;

  /** Makes the log. */
  @Setup(Level.Trial)
  public void prepare() {
    log = ShopOrders.regulars(CUSTOMERS);
    learner =
        classifier.equals("network")
            ? NeuralNetwork.layers(16).epochs(20).seed(1)
            : Baseline.majority();
  }

  /** One plan, with its report, warnings and drift reference. */
  @Benchmark
  public ClassifiedModel<Transactions> chain() {
    return Segmentation.builder()
        .features(Rfm.withDefaults())
        .segmentBy("value", RfmSegments.quantiles(3))
        .segmentBy("behaviour", KMeans.k(3).seed(1))
        .combine(LabelRule.cross())
        .classifyWith(learner, newcomer)
        .build()
        .fit(log);
  }

  /** The same models: segments, their combination, a network measured on a fifth, one of all. */
  @Benchmark
  public ClassifierModel byHand(Blackhole sink) {
    RfmTable rfm = Rfm.withDefaults().extract(log);
    Assignments value = RfmSegments.quantiles(3).fit(rfm).assign(rfm);
    Assignments behaviour = KMeans.k(3).seed(1).fit(rfm).assign(rfm);
    sink.consume(SegmentComparison.of(value, behaviour));
    Assignments combined = LabelRule.cross().combine(value, behaviour).assignments();
    FirstOrderTable known = newcomer.extractForTraining(log);
    Labels labels = combined.labelsOf(known);
    int[] trained = IntStream.range(0, known.size()).filter(row -> row % 5 > 0).toArray();
    int[] heldOut = IntStream.range(0, known.size()).filter(row -> row % 5 == 0).toArray();
    ClassifierModel measured = learner.fit(known.select(trained), labels.select(trained));
    sink.consume(measured.predict(known.select(heldOut)));
    return learner.fit(known, labels);
  }
}
