package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One fit of a {@link ChurnPlan}: tests at earlier cuts, then the model of the latest. */
final class BackTest {

  /** With fewer of one class any figure is luck. */
  private static final int LEAST = 10;

  private final Churn definition;
  private final FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor;
  private final Classifier classifier;
  private final Transactions log;
  private final int origins;

  BackTest(
      Churn definition,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      Classifier classifier,
      Transactions log,
      int origins) {
    this.definition = definition;
    this.extractor = extractor;
    this.classifier = classifier;
    this.log = log;
    this.origins = origins;
  }

  ChurnModel model(Progress progress) {
    progress.update("back-test", 0);
    LocalDateTime cut = definition.cutBefore(log.observedThrough());
    ChurnExamples latest = examples(cut);
    if (!suffices(latest)) {
      throw tooLittle("the model learns from", latest);
    }
    LeakGuard.check(latest.customers(), latest.labels());
    List<ChurnOrigin> tests = tests(latest, progress);
    progress.update("back-test", 1);
    Interruption.check("training");
    ClassifierModel model =
        classifier.fit(
            latest.customers(),
            latest.labels(),
            (stage, done) -> progress.update("training", done));
    return new ChurnModel(
        definition,
        extractor,
        latest.cut(),
        latest.toString(),
        model,
        new ChurnEvaluation(definition.toString(), tests));
  }

  private List<ChurnOrigin> tests(ChurnExamples latest, Progress progress) {
    List<ChurnOrigin> tests = new ArrayList<>();
    ChurnExamples test = latest;
    for (int origin = 0; origin < origins; origin++) {
      Interruption.check("back-test");
      LocalDateTime cut = definition.cutBefore(test.cut());
      if (origin > 0 && definition.silentSince(cut).isBefore(firstLine())) {
        break; // whatever is learnt from less history than a silence is not what is used later
      }
      ChurnExamples train = examples(cut);
      if (!suffices(test) || !suffices(train)) {
        if (origin == 0) {
          throw tooLittle("the back-test learns from", train);
        }
        break;
      }
      LeakGuard.check(train.customers(), train.labels());
      tests.add(test(train, test));
      progress.update("back-test", (origin + 1.0) / origins);
      test = examples(definition.earlier(test.cut()));
    }
    return tests;
  }

  private LocalDateTime firstLine() {
    long first = IntStream.range(0, log.size()).mapToLong(log::epochMillis).min().orElseThrow();
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(first), ZoneOffset.UTC);
  }

  private ChurnExamples examples(LocalDateTime cut) {
    return ChurnExamples.of(definition, extractor, log, cut);
  }

  private static boolean suffices(ChurnExamples examples) {
    return examples.left() >= LEAST && examples.stayed() >= LEAST;
  }

  private InvalidDataException tooLittle(String who, ChurnExamples examples) {
    return new InvalidDataException(
        ("%s customers as of %s, of whom %d left and %d stayed; it needs %d of each. Give a longer"
                + " log than one observed through %s, or a shorter silence or gap (%s)")
            .formatted(
                who,
                examples.cut(),
                examples.left(),
                examples.stayed(),
                LEAST,
                log.observedThrough(),
                definition));
  }

  private ChurnOrigin test(ChurnExamples train, ChurnExamples test) {
    Classifier byRecency = LogisticRegression.withDefaults();
    return ChurnOrigin.of(
        train,
        test,
        classifier.fit(train.customers(), train.labels()).predict(test.customers()),
        byRecency.fit(train.recencyOnly(), train.labels()).predict(test.recencyOnly()),
        Baseline.prior().fit(train.recencyOnly(), train.labels()).predict(test.recencyOnly()));
  }
}
