package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.Scorer;
import java.util.List;
import java.util.Optional;

/** A preprocessing and a function, which is all any classifier here is once it has learnt. */
final class FittedClassifier implements ClassifierModel {

  private final Provenance provenance;
  private final FittedPreprocessing preprocessing;
  private final List<String> classes;
  private final Optional<String> positive;
  private final ScoreFunction function;

  FittedClassifier(
      Provenance provenance,
      FittedPreprocessing preprocessing,
      List<String> classes,
      Optional<String> positive,
      ScoreFunction function) {
    this.provenance = provenance;
    this.preprocessing = preprocessing;
    this.classes = classes;
    this.positive = positive;
    this.function = function;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public Optional<String> positiveClass() {
    return positive;
  }

  @Override
  public FittedPreprocessing preprocessing() {
    return preprocessing;
  }

  ScoreFunction function() {
    return function;
  }

  @Override
  public Predictions predict(CustomerFeatures customers) {
    return Scoring.predict(preprocessing, customers, classes, positive, function::scorer);
  }

  @Override
  public Scorer scorer() {
    return function.scorer();
  }

  /** What it is, what it reads and what it tells apart. */
  @Override
  public String toString() {
    return function + ": " + preprocessing + " -> " + classes;
  }
}
