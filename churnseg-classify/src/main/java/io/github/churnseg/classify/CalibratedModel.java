package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.Scorer;
import java.util.List;
import java.util.Optional;

/**
 * A model and the curves that correct its probabilities: none, one for two classes, or one each.
 */
final class CalibratedModel implements ClassifierModel {

  private final ClassifierModel model;
  private final String words;
  private final List<Curve> curves;

  CalibratedModel(ClassifierModel model, String words, List<Curve> curves) {
    this.model = model;
    this.words = words;
    this.curves = curves;
  }

  ClassifierModel model() {
    return model;
  }

  String words() {
    return words;
  }

  List<Curve> curves() {
    return curves;
  }

  /** That of the model, with how it was calibrated. */
  @Override
  public Provenance provenance() {
    Provenance own = model.provenance();
    return own.withSettings(own.settings() + "; " + words);
  }

  @Override
  public List<String> classes() {
    return model.classes();
  }

  @Override
  public Optional<String> positiveClass() {
    return model.positiveClass();
  }

  @Override
  public FittedPreprocessing preprocessing() {
    return model.preprocessing();
  }

  @Override
  public Predictions predict(CustomerFeatures customers) {
    return Scoring.predict(preprocessing(), customers, classes(), positiveClass(), this::scorer);
  }

  @Override
  public Scorer scorer() {
    return new CalibratedScorer(model.scorer(), curves.toArray(new Curve[0]));
  }

  /** The model, and how it was calibrated. */
  @Override
  public String toString() {
    return model + "; " + words;
  }

  /** Scores, then corrects in place. */
  private static final class CalibratedScorer implements Scorer {

    private final Scorer scorer;
    private final Curve[] curves;
    private final int[] asked;

    CalibratedScorer(Scorer scorer, Curve... curves) {
      this.scorer = scorer;
      this.curves = curves;
      this.asked = OneAgainstRest.asked(scorer.classes());
    }

    @Override
    public int inputs() {
      return scorer.inputs();
    }

    @Override
    public int classes() {
      return scorer.classes();
    }

    @Override
    public void score(double[] inputs, int firstRow, int rows, double[] probabilities) {
      scorer.score(inputs, firstRow, rows, probabilities);
      if (curves.length == 0) {
        return;
      }
      int classes = classes();
      for (int row = 0; row < rows; row++) {
        for (int answer = 0; answer < curves.length; answer++) {
          int at = row * classes + asked[answer];
          probabilities[at] = curves[answer].of(probabilities[at]);
        }
        OneAgainstRest.normalise(probabilities, row * classes, classes, curves.length);
      }
    }
  }
}
