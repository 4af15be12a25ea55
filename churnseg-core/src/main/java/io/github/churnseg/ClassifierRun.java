package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** One fit of the classifier of a plan, after its segments. */
final class ClassifierRun {

  /** A classifier needs so many of the second largest class before a fifth of it says anything. */
  private static final int FEWEST_OF_A_CLASS = 5;

  private ClassifierRun() {}

  static <I> ClassifiedModel<I> fit(
      SegmentationRun<I, ?> run,
      Classifier classifier,
      FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers,
      Stages stages) {
    CustomerFeatures known =
        stages.stage(
            Stages.NEWCOMERS, () -> labelled(run, newcomers.extractForTraining(run.input())));
    Labels labels = run.combined().labelsOf(known);
    checkClasses(labels, run.plan());
    HoldOutSplit split = HoldOutSplit.of(known, labels);
    ClassifierModel measured =
        classifier.fit(
            known.select(split.trained()),
            labels.select(split.trained()),
            stages.of(Stages.HOLD_OUT));
    Predictions guesses = measured.predict(known.select(split.heldOut()));
    HoldOut quality =
        HoldOutFigures.of(
            guesses,
            labels.select(split.heldOut()),
            labels.select(split.trained()),
            run.customers().size() - known.size());
    ClassifierModel kept = classifier.fit(known, labels, stages.of(Stages.CLASSIFIER));
    SegmentedReport report =
        run.model()
            .report()
            .withClassifier(
                quality,
                List.of(
                    "newcomers: " + Plan.described(newcomers),
                    "classifier: " + kept.provenance().settings()),
                warnings(run, known, labels, quality));
    // Guesses of customers the classifier has not seen, as those of newcomers will be.
    return new ClassifiedModel<>(
        run.model(), newcomers, kept, report, ClassifiedModel.observed(known, guesses).reference());
  }

  private static CustomerFeatures labelled(SegmentationRun<?, ?> run, CustomerFeatures known) {
    int[] rows =
        IntStream.range(0, known.size())
            .filter(row -> run.combined().customers().rowOf(known.id(row)).isPresent())
            .toArray();
    return rows.length == known.size() ? known : known.select(rows);
  }

  private static void checkClasses(Labels labels, Plan<?, ?> plan) {
    List<Integer> sizes = new ArrayList<>(labels.counts().values());
    sizes.sort((a, b) -> b - a);
    if (sizes.size() < 2 || sizes.get(1) < FEWEST_OF_A_CLASS) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "a classifier cannot tell segments apart here: the combined labels (%s) of those it"
                  + " can learn from are %s; it needs at least two with %d customers each; choose"
                  + " other segments or another rule, or leave out classifyWith(…)",
              Plan.described(plan.rule()),
              labels.counts(),
              FEWEST_OF_A_CLASS));
    }
  }

  private static List<String> warnings(
      SegmentationRun<?, ?> run, CustomerFeatures known, Labels labels, HoldOut quality) {
    List<String> warnings = new ArrayList<>(LearnableLabels.of(run.customers(), known));
    if (!quality.beatsBaseline()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "on customers it has not seen the classifier is worth no more than the shares of the"
                  + " segments (log-loss %.3f, theirs %.3f): do not act on what it says",
              quality.classifier().logLoss(),
              quality.baseline().logLoss()));
    }
    List<String> rare =
        labels.counts().entrySet().stream()
            .filter(entry -> entry.getValue() < FEWEST_OF_A_CLASS)
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
            .toList();
    if (!rare.isEmpty()) {
      warnings.add(
          "too few customers to learn from in "
              + String.join(", ", rare)
              + "; a rule that makes fewer segments would help");
    }
    return warnings;
  }
}
