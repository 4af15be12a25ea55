package io.github.churnseg.classify;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** How a churn model is written; found by its name in META-INF. */
final class ChurnCodecs {

  private ChurnCodecs() {}

  /** {@link ChurnModel}. */
  public static final class OfChurn extends NamedCodec<ChurnModel> {

    /** For the service loader. */
    public OfChurn() {
      super("classify", "churn", ChurnModel.class);
    }

    @Override
    public void write(ChurnModel model, ComponentWriter out) {
      Churn churn = model.definition();
      out.text("silence", churn.silence().toString());
      out.text("gap", churn.gap().toString());
      churn.observation().ifPresent(period -> out.text("observation", period.toString()));
      out.component("features", model.extractor());
      out.component("classifier", model.classifier());
      out.text("learnt-at", model.learntAt().toString());
      out.text("examples", model.examples());
      out.parts("back-test", model.evaluation().origins(), ChurnCodecs::write);
    }

    @Override
    public ChurnModel read(ComponentReader in) throws IOException {
      Churn churn = definition(in);
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor = extractor(in);
      ClassifierModel classifier = in.component("classifier", ClassifierModel.class);
      in.check(
          classifier.positiveClass().equals(Optional.of(Churn.LEFT)),
          "the classifier must look for those who left");
      LocalDateTime learntAt = LocalDateTime.parse(in.text("learnt-at"));
      String examples = in.text("examples");
      List<ChurnOrigin> origins = in.parts("back-test", ChurnCodecs::readOrigin);
      in.check(!origins.isEmpty(), "there must be a back-test");
      ChurnEvaluation evaluation = new ChurnEvaluation(churn.toString(), origins);
      return new ChurnModel(churn, extractor, learntAt, examples, classifier, evaluation);
    }

    private static Churn definition(ComponentReader in) throws IOException {
      Churn churn =
          Churn.afterSilenceOf(Period.parse(in.text("silence"))).gap(Period.parse(in.text("gap")));
      return in.has("observation")
          ? churn.observation(Period.parse(in.text("observation")))
          : churn;
    }

    /** What an extractor reads and gives is erased; one of another kind fails where it is used. */
    @SuppressWarnings("unchecked")
    private static FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor(
        ComponentReader in) throws IOException {
      return in.component("features", FeatureExtractor.class);
    }
  }

  private static void write(ChurnOrigin origin, ComponentWriter out) {
    out.text("learnt-at", origin.learntAt().toString());
    out.text("tested-at", origin.testedAt().toString());
    out.text("outcome-through", origin.outcomeThrough().toString());
    out.whole("learnt-from", origin.learntFrom());
    out.whole("tested", origin.tested());
    out.whole("left", origin.left());
    out.whole("gone", origin.gone());
    out.part("model", part -> write(origin.model(), part));
    out.part("recency", part -> write(origin.recency(), part));
    out.part("prior", part -> write(origin.prior(), part));
  }

  private static void write(ChurnFigures figures, ComponentWriter out) {
    out.decimal("auc", figures.auc());
    out.decimal("pr-auc", figures.prAuc());
    out.decimal("brier", figures.brier());
    out.decimal("lift", figures.lift());
  }

  private static ChurnOrigin readOrigin(ComponentReader in) throws IOException {
    return new ChurnOrigin(
        LocalDateTime.parse(in.text("learnt-at")),
        LocalDateTime.parse(in.text("tested-at")),
        LocalDateTime.parse(in.text("outcome-through")),
        count(in, "learnt-from"),
        count(in, "tested"),
        count(in, "left"),
        count(in, "gone"),
        in.part("model", ChurnCodecs::readFigures),
        in.part("recency", ChurnCodecs::readFigures),
        in.part("prior", ChurnCodecs::readFigures));
  }

  private static int count(ComponentReader in, String name) throws IOException {
    return in.whole(name, 0, Integer.MAX_VALUE);
  }

  private static ChurnFigures readFigures(ComponentReader in) throws IOException {
    return new ChurnFigures(
        in.decimal("auc"), in.decimal("pr-auc"), in.decimal("brier"), in.decimal("lift"));
  }
}
