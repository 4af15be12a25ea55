package io.github.churnseg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.ToyChain.AboveMean;
import io.github.churnseg.ToyChain.City;
import io.github.churnseg.ToyChain.RareModel;
import io.github.churnseg.ToyChain.Shares;
import io.github.churnseg.ToyChain.Spend;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.ModelFileException;
import io.github.churnseg.model.SegmentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole chain is one file, and the loaded one is the same chain. */
class ChainFileTest {

  private static final Transactions LOG = ToyChain.log(600, 365, 1);
  private static final Transactions LATER = ToyChain.log(200, 365, 2);

  private static ClassifiedModel<Transactions> chain(LabelRule rule) {
    return Segmentation.builder()
        .features(new Spend())
        .segmentBy("value", new AboveMean("spend"))
        .segmentBy("habit", new AboveMean("orders"))
        .combine(rule)
        .classifyWith(new Shares(false), new City())
        .build()
        .fit(LOG);
  }

  private static List<String> says(ClassifiedModel<Transactions> model) {
    return List.of(
        model.assign("value", LATER).toTable().printAll(),
        model.assign(LATER).toTable().printAll(),
        model.predict(LATER).toTable().printAll(),
        model.drift(LATER).toString(),
        model.report().toString(),
        model.report().toJson(),
        model.toString());
  }

  @Test
  void theLoadedChainSaysTheSameAndSavesTheSame(@TempDir Path directory) throws IOException {
    ClassifiedModel<Transactions> model = chain(LabelRule.cross());
    Path file = directory.resolve("chain.churnseg");
    model.save(file);
    ClassifiedModel<Transactions> loaded = ClassifiedModel.load(file, Transactions.class);
    assertThat(says(loaded)).isEqualTo(says(model));
    assertThat(model.toString().lines()).allMatch(line -> line.length() <= 100);
    Path again = directory.resolve("again.churnseg");
    loaded.save(again);
    assertThat(again).hasSameBinaryContentAs(file);
  }

  @Test
  void segmentsAreAModelOfTheirOwn(@TempDir Path directory) throws IOException {
    ClassifiedModel<Transactions> model = chain(LabelRule.cross());
    Path file = directory.resolve("segments.churnseg");
    model.segments().save(file);
    SegmentedModel<Transactions, ?> loaded = SegmentedModel.load(file, Transactions.class);
    assertThat(loaded.assign(LATER)).hasToString(model.assign(LATER).toString());
    assertThat(loaded.report().classifier()).isEmpty();
    assertThatThrownBy(() -> ClassifiedModel.load(file, Transactions.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SegmentedModel")
        .hasMessageContaining("ClassifiedModel");
  }

  @Test
  void aRuleThatIsALambdaCannotBeSavedAndLeavesNoFile(@TempDir Path directory) {
    ClassifiedModel<Transactions> model = chain(labels -> labels.get(0));
    Path file = directory.resolve("chain.churnseg");
    assertThatThrownBy(() -> model.save(file)).hasMessageContaining("lambda");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void manyThreadsPredictTheSame() {
    ClassifiedModel<Transactions> model = chain(LabelRule.cross());
    String expected = model.predict(LATER).toTable().printAll();
    assertThat(
            IntStream.range(0, 64)
                .parallel()
                .mapToObj(run -> model.predict(LATER).toTable().printAll()))
        .allMatch(expected::equals);
  }

  @Test
  void aChainIsOnlyLoadedForWhatItReads(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("chain.churnseg");
    chain(LabelRule.cross()).save(file);
    assertThatThrownBy(() -> ClassifiedModel.load(file, CustomerFeatures.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageEndingWith(
            "this chain reads Transactions, not CustomerFeatures; load it with Transactions.class");
  }

  @Test
  @SuppressWarnings({"rawtypes", "unchecked"})
  void aFileWhosePartsDoNotFitIsRefused(@TempDir Path directory) throws IOException {
    SegmentedModel<Transactions, ?> right = chain(LabelRule.cross()).segments();
    Map<String, SegmentModel> rare = Map.of("rare", new RareModel(right.provenance()));
    Path file = directory.resolve("segments.churnseg");
    // The compiler would not have it; a file may hold it.
    new SegmentedModel(right.features(), rare, right.rule(), right.report(), right.reference())
        .save(file);
    assertThatThrownBy(() -> SegmentedModel.load(file, Transactions.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("segmenter 'rare' must take CustomerFeatures, not only Rare");
  }
}
