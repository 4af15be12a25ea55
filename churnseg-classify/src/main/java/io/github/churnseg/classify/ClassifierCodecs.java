package io.github.churnseg.classify;

import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the models and extractors of this module are written; found by their names in META-INF. */
final class ClassifierCodecs {

  private ClassifierCodecs() {}

  /** {@link FittedClassifier}. */
  public static final class OfFitted extends NamedCodec<FittedClassifier> {

    /** For the service loader. */
    public OfFitted() {
      super("classify", "classifier", FittedClassifier.class);
    }

    @Override
    public void write(FittedClassifier model, ComponentWriter out) {
      out.component("preprocessing", model.preprocessing());
      out.texts("classes", model.classes());
      model.positiveClass().ifPresent(positive -> out.text("positive", positive));
      out.component("function", model.function());
    }

    @Override
    public FittedClassifier read(ComponentReader in) throws IOException {
      FittedPreprocessing preprocessing = in.component("preprocessing", FittedPreprocessing.class);
      List<String> classes = in.texts("classes");
      Optional<String> positive =
          in.has("positive") ? Optional.of(in.text("positive")) : Optional.empty();
      in.check(
          positive.isEmpty() || classes.contains(positive.get()),
          "the positive class must be one of the classes");
      ScoreFunction function = in.component("function", ScoreFunction.class);
      in.check(
          function.inputs() == preprocessing.columns().size()
              && function.classes() == classes.size(),
          "the function must take what the preprocessing gives, and give what there are classes");
      return new FittedClassifier(in.provenance(), preprocessing, classes, positive, function);
    }
  }

  /** {@link CalibratedModel}. */
  public static final class OfCalibrated extends NamedCodec<CalibratedModel> {

    /** For the service loader. */
    public OfCalibrated() {
      super("classify", "calibrated", CalibratedModel.class);
    }

    @Override
    public void write(CalibratedModel model, ComponentWriter out) {
      out.component("model", model.model());
      out.text("words", model.words());
      out.components("curves", model.curves());
    }

    @Override
    public CalibratedModel read(ComponentReader in) throws IOException {
      ClassifierModel model = in.component("model", ClassifierModel.class);
      List<Curve> curves = in.components("curves", Curve.class);
      in.check(
          curves.isEmpty() || curves.size() == OneAgainstRest.asked(model.classes().size()).length,
          "each class that is asked for needs a curve");
      return new CalibratedModel(model, in.text("words"), curves);
    }
  }

  /** {@link IsotonicCurve}. */
  public static final class OfIsotonic extends NamedCodec<IsotonicCurve> {

    /** For the service loader. */
    public OfIsotonic() {
      super("classify", "isotonic-curve", IsotonicCurve.class);
    }

    @Override
    public void write(IsotonicCurve curve, ComponentWriter out) {
      out.array("given", curve.given());
      out.array("corrected", curve.corrected());
    }

    @Override
    public IsotonicCurve read(ComponentReader in) throws IOException {
      double[] given = in.doubles("given");
      double[] corrected = in.doubles("corrected");
      in.check(
          given.length > 0 && corrected.length == given.length,
          "each given probability needs a corrected one");
      return new IsotonicCurve(given, corrected);
    }
  }

  /** {@link PlattCurve}. */
  public static final class OfPlatt extends NamedCodec<PlattCurve> {

    /** For the service loader. */
    public OfPlatt() {
      super("classify", "platt-curve", PlattCurve.class);
    }

    @Override
    public void write(PlattCurve curve, ComponentWriter out) {
      out.whole("rows", curve.rows());
      out.decimal("slope", curve.sigmoid().slope());
      out.decimal("offset", curve.sigmoid().offset());
    }

    @Override
    public PlattCurve read(ComponentReader in) throws IOException {
      return new PlattCurve(
          in.whole("rows", 1, Integer.MAX_VALUE),
          new Sigmoid(in.decimal("slope"), in.decimal("offset")));
    }
  }

  /** {@link FirstOrder}. */
  public static final class OfFirstOrder extends NamedCodec<FirstOrder> {

    /** For the service loader. */
    public OfFirstOrder() {
      super("classify", "first-order", FirstOrder.class);
    }

    @Override
    public void write(FirstOrder extractor, ComponentWriter out) {
      out.texts("attributes", List.copyOf(extractor.attributes().keySet()));
      out.texts(
          "known-after", extractor.attributes().values().stream().map(Period::toString).toList());
      out.texts("summed", List.copyOf(extractor.summed()));
      out.text("history", extractor.history().toString());
      // Files of before there was such a thing have none, and those who want all need none.
      if (!extractor.left().isEmpty()) {
        out.texts("left-out", List.copyOf(extractor.left()));
      }
    }

    @Override
    public FirstOrder read(ComponentReader in) throws IOException {
      List<String> names = in.texts("attributes");
      List<String> after = in.texts("known-after");
      in.check(after.size() == names.size(), "each attribute must say when it is known");
      Map<String, Period> attributes = new LinkedHashMap<>();
      for (int at = 0; at < names.size(); at++) {
        attributes.put(names.get(at), Period.parse(after.get(at)));
      }
      Set<String> summed = new LinkedHashSet<>(in.texts("summed"));
      in.check(attributes.keySet().containsAll(summed), "what is summed must be an attribute");
      Set<String> left = new LinkedHashSet<>(in.has("left-out") ? in.texts("left-out") : List.of());
      in.check(FirstOrderColumns.COMPUTED.containsAll(left), "only what is computed is left out");
      return FirstOrder.of(attributes, summed, left, Period.parse(in.text("history")));
    }
  }
}
