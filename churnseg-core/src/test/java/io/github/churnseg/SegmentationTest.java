package io.github.churnseg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.ToyChain.AboveMean;
import io.github.churnseg.ToyChain.City;
import io.github.churnseg.ToyChain.Shares;
import io.github.churnseg.ToyChain.Spend;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.SegmentLabel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SegmentationTest {

  private static final Transactions LOG = ToyChain.log(600, 365, 1);

  private static Segmentation.Segments<Transactions, CustomerFeatures> segments() {
    return Segmentation.builder()
        .features(new Spend())
        .segmentBy("value", new AboveMean("spend"))
        .segmentBy("habit", new AboveMean("orders"));
  }

  private static ClassifiedSegmentation<Transactions, CustomerFeatures> chain() {
    return segments()
        .combine(LabelRule.cross())
        .classifyWith(new Shares(false), new City())
        .build();
  }

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  @Test
  void doesWhatItsPartsDoByHand() {
    ClassifiedModel<Transactions> model = chain().fit(LOG);
    CustomerFeatures customers = new Spend().extract(LOG);
    var value = new AboveMean("spend").fit(customers).assign(customers);
    var habit = new AboveMean("orders").fit(customers).assign(customers);
    var combined = LabelRule.cross().combine(value, habit);
    var classifier = new Shares(false).fit(new City().extract(LOG), combined.assignments());
    assertThat(model.assign("value", LOG)).hasToString(value.toString());
    assertThat(model.assign(LOG).toTable().printAll()).isEqualTo(combined.toTable().printAll());
    assertThat(model.combined(LOG).warnings()).isEqualTo(combined.warnings());
    assertThat(model.predict(LOG).toTable().printAll())
        .isEqualTo(classifier.predict(new City().extract(LOG)).toTable().printAll());
  }

  @Test
  void crossesLabelsUnlessToldOtherwise() {
    assertThat(segments().build().fit(LOG).assign(LOG).labels())
        .extracting(SegmentLabel::name)
        .containsExactly("high/high", "high/low", "low/high", "low/low");
    LabelRule spenders = labels -> labels.get(0);
    assertThat(segments().combine(spenders).build().fit(LOG).assign(LOG).labels()).hasSize(2);
  }

  @Test
  void laterCustomersAreScoredByTheFrozenCuts() {
    SegmentedModel<Transactions, CustomerFeatures> model = segments().build().fit(LOG);
    Transactions one = Transactions.from(ToyChain.purchases(1, 10, 3).stream().limit(1).toList());
    // Alone it is its own mean; by the mean of all it is low.
    assertThat(model.assign(one).label(0).name()).isEqualTo("low/low");
  }

  @Test
  void tellsOfEachStageInOrderAndBothEnds() {
    Set<String> stages = new LinkedHashSet<>();
    List<Double> ends = new ArrayList<>();
    chain()
        .fit(
            LOG,
            (stage, done) -> {
              stages.add(stage);
              ends.add(done);
            });
    assertThat(stages)
        .containsExactly(
            "features",
            "value",
            "habit",
            "combine",
            "report",
            "newcomers",
            "hold-out",
            "classifier");
    assertThat(ends).allMatch(done -> done >= 0 && done <= 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"features", "value", "combine", "report", "newcomers", "hold-out"})
  void stopsAfterTheStageInWhichItIsInterrupted(String last) {
    List<String> stages = new ArrayList<>();
    assertThatThrownBy(
            () ->
                chain()
                    .fit(
                        LOG,
                        (stage, done) -> {
                          stages.add(stage);
                          if (stage.equals(last)) {
                            Thread.currentThread().interrupt();
                          }
                        }))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("nothing was kept");
    assertThat(stages.get(stages.size() - 1)).isEqualTo(last);
  }

  @Test
  void measuresTheClassifierOnCustomersItHasNotSeen() {
    HoldOut quality = chain().fit(LOG).report().classifier().orElseThrow();
    assertThat(quality.trained() + quality.heldOut()).isEqualTo(600);
    assertThat(quality.heldOut()).isBetween(117, 123);
    assertThat(quality.beatsBaseline()).isTrue();
    assertThat(quality.classifier().accuracy()).isGreaterThan(quality.baseline().accuracy());
    assertThat(quality.classifier().macroF1()).isGreaterThan(quality.baseline().macroF1());
    assertThat(quality.toTable().columnNames())
        .containsExactly("by", "accuracy", "macro_f1", "log_loss");
    assertThat(quality.toString()).contains("held out", "has learnt from all 600");
  }

  @Test
  void figuresAreThoseOfTheBooks() {
    var truth = Labels.of(List.of("a", "a", "b", "c"));
    Predictions guesses =
        new Predictions(
            new Spend().extract(ToyChain.log(4, 10, 1)),
            List.of("a", "b", "c"),
            Optional.empty(),
            new double[] {.5, .25, .25, .5, .5, 0, .25, .5, .25, .5, .25, .25});
    HoldOut quality = HoldOutFigures.of(guesses, truth, truth, 0);
    // By hand; macro-F1 as scikit-learn's f1_score(average="macro") counts.
    assertThat(quality.classifier().accuracy()).isEqualTo(0.75);
    assertThat(quality.classifier().macroF1()).isCloseTo((0.8 + 1 + 0) / 3, within(1e-15));
    assertThat(quality.classifier().logLoss())
        .isCloseTo((3 * Math.log(2) + Math.log(4)) / 4, within(1e-15));
    assertThat(quality.baseline().accuracy()).isEqualTo(0.5);
    assertThat(quality.baseline().logLoss())
        .isCloseTo((2 * Math.log(2) + 2 * Math.log(4)) / 4, within(1e-15));
    assertThat(quality.toString()).contains("log-loss better by 0.173 ±");
    HoldOut.Figures worse = quality.baseline();
    HoldOut.Figures better = quality.classifier();
    HoldOut reversed = new HoldOut(3, 1, 0, 3, worse, better, 0.1);
    assertThat(reversed.toString()).contains("log-loss worse by 0.173 ±");
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<Purchase> lines = new ArrayList<>(ToyChain.purchases(600, 365, 1));
    // same customers, met in another order
    Collections.shuffle(lines, new Random(7));
    SegmentedReport shuffled =
        segments()
            .classifyWith(new Shares(true), new City())
            .build()
            .fit(Transactions.from(lines))
            .report();
    SegmentedReport straight =
        segments().classifyWith(new Shares(true), new City()).build().fit(LOG).report();
    assertThat(shuffled.classifier()).isEqualTo(straight.classifier());
    assertThat(shuffled.combined()).isEqualTo(straight.combined());
    assertThat(shuffled.provenance().dataHash()).isEqualTo(straight.provenance().dataHash());
  }

  @Test
  void warnsOfTooLittleData() {
    assertThat(segments().build().fit(ToyChain.log(90, 100, 1)).report().warnings())
        .anyMatch(warning -> warning.contains("only 90 customers"))
        .anyMatch(warning -> warning.contains("days; below 180"));
    assertThat(segments().build().fit(LOG).report().warnings()).isEmpty();
  }

  @Test
  void warnsWhereTheCombinationOnlyRepeatsASegmenter() {
    SegmentedReport report = segments().combine(labels -> labels.get(1)).build().fit(LOG).report();
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("gives 'habit' back"));
  }

  @Test
  void warnsWhereNewcomersFeaturesMakeTheLabels() {
    // The classifier looks at nothing, so that only the columns can be the reason.
    SegmentedReport report =
        segments().classifyWith(new Shares(true), new Spend()).build().fit(LOG).report();
    assertThat(report.warnings())
        .anyMatch(warning -> warning.contains("'spend' is the same number for 100 %"))
        .anyMatch(warning -> warning.contains("no more than the shares"));
    assertThat(chain().fit(LOG).report().warnings())
        .noneMatch(warning -> warning.contains("relearns"));
  }

  @Test
  void columnsThatAreMostlyOneNumberAreNotTheSame() {
    Table table = Table.create("t", StringColumn.create("id"));
    DoubleColumn made = DoubleColumn.create("orders");
    DoubleColumn known = DoubleColumn.create("lines");
    for (int row = 0; row < 200; row++) {
      table.stringColumn("id").append("c" + row);
      made.append(row < 8 ? 2 : 1);
      known.append(row > 191 ? 2 : 1);
    }
    CustomerFeatures customers =
        CustomerFeatures.from(
            table.addColumns(made, known), c -> c.id("id").numeric("orders", "lines"));
    assertThat(LearnableLabels.of(customers, customers))
        .hasSize(2) // each with itself
        .noneMatch(warning -> warning.contains("'orders', and the newcomers' 'lines'"));
  }

  @Test
  void warnsOfNamesThatNoSegmentationGives() {
    SegmentedReport report =
        segments()
            .combine(LabelRule.loyalty(Set.of("high"), Set.of("low", "lwo")))
            .build()
            .fit(LOG)
            .report();
    assertThat(report.warnings())
        .contains(
            "the rule asks for the label 'lwo', which no segmentation gives, did you mean 'low'?;"
                + " they give [high, low]");
  }

  @Test
  void refusesASingleClassNamingRuleAndCounts() {
    LabelRule same = labels -> new SegmentLabel("everybody");
    assertThatThrownBy(
            () ->
                segments()
                    .combine(same)
                    .classifyWith(new Shares(false), new City())
                    .build()
                    .fit(LOG))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("everybody=600")
        .hasMessageContaining("at least two with 5 customers");
  }

  @Test
  void refusesNamesThatAreTakenOrBlank() {
    assertThatThrownBy(() -> segments().segmentBy("value", new AboveMean("spend")))
        .hasMessageContaining("two segmenters are called 'value'");
    assertThatThrownBy(() -> segments().segmentBy(" ", new AboveMean("spend")))
        .hasMessageContaining("blank");
    assertThatThrownBy(() -> segments().segmentBy("combine", new AboveMean("spend")))
        .hasMessageContaining("a segmenter is called 'combine', and so is a stage");
  }

  @Test
  void buildRefusesTheSamePlanTwiceNamingBoth() {
    AboveMean plan = new AboveMean("spend");
    var twice = segments().segmentBy("a", plan).segmentBy("b", plan);
    assertThatThrownBy(twice::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a' and 'b' are the same plan");
  }

  @Test
  void namesOfUnknownSegmentersAreRefusedWithThoseThereAre() {
    ClassifiedModel<Transactions> model = chain().fit(LOG);
    assertThatThrownBy(() -> model.assign("valeu", LOG)).hasMessageContaining("[value, habit]");
    assertThatThrownBy(() -> model.report().of("valeu")).hasMessageContaining("[value, habit]");
  }

  @Test
  void reportPrintsAllPartsAtAHundredColumns() {
    SegmentedReport report = chain().fit(LOG).report();
    assertThat(report.toString())
        .contains(
            "== data ==",
            "== conventions ==",
            "features: spend and orders",
            "== value ==",
            "== value × habit ==",
            "== combined ==",
            "== newcomers ==",
            "== provenance ==")
        .doesNotContain("ToyChain");
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(report.toTable().columnNames()).containsExactly("segment", "customers", "share");
    assertThat(report.toTable().doubleColumn("share").sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void reportIsJsonForPrograms() {
    SegmentedReport report = chain().fit(LOG).report();
    assertThat(report.toJson())
        .startsWith("{\n  \"data\" : {\n    \"source\" : ")
        .contains("\"conventions\" : [", "\"value × habit\" : [", "\"held_out\" : ", "\"as_of\"")
        .isEqualTo(chain().fit(LOG).report().toJson());
  }

  @Test
  void saysWhatItIs() {
    assertThat(chain().toString())
        .startsWith("spend and orders; value by spend above the mean; habit by")
        .contains("newcomers by Shares");
    ClassifiedModel<Transactions> model = chain().fit(LOG);
    assertThat(model.toString()).startsWith("segments [value, habit], newcomers' [high/high,");
    assertThat(model.names()).containsExactly("value", "habit");
    assertThat(model.segments().toString()).startsWith("segments [value, habit]: ");
  }
}
