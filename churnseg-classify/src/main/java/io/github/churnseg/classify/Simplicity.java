package io.github.churnseg.classify;

import io.github.churnseg.model.Classifier;
import java.util.Comparator;
import java.util.List;

/**
 * Which of two plans is the simpler one: first by kind, from what can be read off to what must be
 * explained by experiments; then by how far the settings are from the simplest; then as given.
 */
final class Simplicity {

  private static final List<List<Class<? extends Classifier>>> KINDS =
      List.of(
          List.of(Baseline.class),
          List.of(LogisticRegression.class),
          List.of(DecisionTree.class),
          List.of(NearestNeighbours.class),
          List.of(SupportVectors.class),
          List.of(RandomForest.class, ExtraTrees.class),
          List.of(GradientBoosting.class),
          List.of(NeuralNetwork.class));

  static final Comparator<Trial> SIMPLEST_FIRST =
      Comparator.comparingInt((Trial trial) -> kind(trial.base()))
          .thenComparingDouble(Trial::complexity)
          .thenComparingInt(Trial::number);

  private Simplicity() {}

  /** A calibrated plan is of the kind of what it calibrates; plans of others come last. */
  private static int kind(Classifier plan) {
    Classifier inner = plan instanceof Calibrated calibrated ? calibrated.classifier() : plan;
    int kind = 0;
    while (kind < KINDS.size() && !KINDS.get(kind).contains(inner.getClass())) {
      kind++;
    }
    return kind;
  }
}
