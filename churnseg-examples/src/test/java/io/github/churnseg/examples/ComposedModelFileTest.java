package io.github.churnseg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegmentModel;
import io.github.churnseg.rfm.RfmSegments;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import io.github.churnseg.spi.ModelCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of all modules in one file, in a model that none of them knows. */
class ComposedModelFileTest {

  private static final Transactions LOG = Transactions.from(GeneratedShop.of(300, 3).purchases());

  /** RFM, two segmentations, the rule that joins them, and a classifier of newcomers. */
  private record Chain(
      Rfm rfm,
      RfmSegmentModel value,
      KMeansModel behaviour,
      List<LabelRule> rules,
      FirstOrder newcomers,
      ClassifierModel classifier)
      implements Model {

    static Chain fit(Transactions log) {
      Rfm rfm = Rfm.withDefaults();
      RfmSegmentModel value = RfmSegments.quintiles().fit(rfm.extract(log));
      KMeansModel behaviour = KMeans.k(3).seed(1).fit(rfm.extract(log));
      LabelRule loyalty = LabelRule.loyalty(Set.of("Champions", "1"), Set.of("Lost", "3"));
      FirstOrder newcomers = FirstOrder.features("city", "category");
      ClassifierModel classifier =
          LogisticRegression.withDefaults()
              .fit(newcomers.extract(log), value.assign(rfm.extract(log)));
      return new Chain(
          rfm, value, behaviour, List.of(loyalty, LabelRule.cross()), newcomers, classifier);
    }

    @Override
    public Provenance provenance() {
      return value.provenance();
    }

    /** The combined labels by both rules, and what becomes of newcomers. */
    List<String> says(Transactions log) {
      Assignments first = value.assign(rfm.extract(log));
      Assignments second = behaviour.assign(rfm.extract(log));
      CustomerFeatures asNew = newcomers.extract(log);
      Predictions predicted = classifier.predict(asNew);
      return List.of(
          rules.get(0).combine(first, second).toTable().printAll(),
          rules.get(1).combine(first, second).toTable().printAll(),
          IntStream.range(0, predicted.size())
              .mapToObj(row -> predicted.label(row) + predicted.probability(row, 0))
              .toList()
              .toString());
    }
  }

  /** Found by the service loader. */
  public static final class ChainCodec implements ModelCodec<Chain> {

    @Override
    public String type() {
      return "examples.chain";
    }

    @Override
    public String artifact() {
      return "io.github.churnseg:churnseg-examples";
    }

    @Override
    public Class<Chain> model() {
      return Chain.class;
    }

    @Override
    public void write(Chain chain, ComponentWriter out) {
      out.component("features", chain.rfm);
      out.component("value", chain.value);
      out.component("behaviour", chain.behaviour);
      out.components("rules", chain.rules);
      out.component("newcomers", chain.newcomers);
      out.component("classifier", chain.classifier);
    }

    @Override
    public Chain read(ComponentReader in) throws IOException {
      return new Chain(
          in.component("features", Rfm.class),
          in.component("value", RfmSegmentModel.class),
          in.component("behaviour", KMeansModel.class),
          in.components("rules", LabelRule.class),
          in.component("newcomers", FirstOrder.class),
          in.component("classifier", ClassifierModel.class));
    }
  }

  @Test
  void survivesSavingAsAWhole(@TempDir Path directory) throws IOException {
    Chain chain = Chain.fit(LOG);
    Path file = directory.resolve("chain.churnseg");
    chain.save(file);
    Chain loaded = ModelFile.load(file, Chain.class);
    assertThat(loaded.says(LOG)).isEqualTo(chain.says(LOG));
    assertThat(loaded.value()).isEqualTo(chain.value());
    assertThat(loaded.behaviour()).isEqualTo(chain.behaviour());
    assertThat(loaded.rfm()).isEqualTo(chain.rfm());
    assertThat(loaded.newcomers()).hasToString(chain.newcomers().toString());
    assertThat(loaded.provenance()).isEqualTo(chain.provenance());
    // The parts stay models of their own.
    loaded.behaviour().save(file);
    assertThat(ModelFile.load(file, KMeansModel.class)).isEqualTo(chain.behaviour());
  }
}
