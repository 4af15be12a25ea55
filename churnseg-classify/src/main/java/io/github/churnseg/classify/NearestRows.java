package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;
import java.util.Arrays;

/** The training rows themselves, and the votes of those that are nearest. */
final class NearestRows implements ScoreFunction {

  private final int inputs;
  private final int classes;
  private final int neighbours;
  private final boolean byDistance;
  private final double[] rows;
  private final int[] classOfRow;
  private final double[] classWeights;

  NearestRows(TrainingRows training, int neighbours, boolean byDistance) {
    this(
        training.columns(),
        Math.min(neighbours, training.size()),
        byDistance,
        training.inputs,
        training.classes,
        training.classWeights);
  }

  /** Takes over the arrays. */
  NearestRows(
      int inputs,
      int neighbours,
      boolean byDistance,
      double[] rows,
      int[] classOfRow,
      double[] classWeights) {
    this.inputs = inputs;
    this.classes = classWeights.length;
    this.neighbours = neighbours;
    this.byDistance = byDistance;
    this.rows = rows;
    this.classOfRow = classOfRow;
    this.classWeights = classWeights;
  }

  int neighbours() {
    return neighbours;
  }

  boolean byDistance() {
    return byDistance;
  }

  /** Not to be changed, like the next two. */
  double[] rows() {
    return rows;
  }

  int[] classOfRow() {
    return classOfRow;
  }

  double[] classWeights() {
    return classWeights;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Scorer scorer() {
    return new NearestScorer();
  }

  @Override
  public String toString() {
    return neighbours + " nearest of " + classOfRow.length + " customers";
  }

  private final class NearestScorer extends BaseScorer {

    private final double[] distances = new double[neighbours];
    private final int[] nearest = new int[neighbours];

    NearestScorer() {
      super(inputs, classes);
    }

    @Override
    void scoreFinite(double[] values, int from, int count, double[] probabilities) {
      for (int row = 0; row < count; row++) {
        find(values, from + row * inputs);
        vote(probabilities, row * classes);
      }
    }

    /** Keeps the nearest in order of their distance; of equals, those that stand first. */
    private void find(double[] values, int from) {
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
      for (int other = 0; other < classOfRow.length; other++) {
        double distance = squaredDistance(values, from, other * inputs);
        if (distance < distances[neighbours - 1] || other < neighbours) {
          int place = Math.min(other, neighbours - 1);
          for (; place > 0 && distances[place - 1] > distance; place--) {
            distances[place] = distances[place - 1];
            nearest[place] = nearest[place - 1];
          }
          distances[place] = distance;
          nearest[place] = other;
        }
      }
    }

    private double squaredDistance(double[] values, int from, int at) {
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        double difference = values[from + i] - rows[at + i];
        sum += difference * difference;
      }
      return sum;
    }

    private void vote(double[] probabilities, int to) {
      Arrays.fill(probabilities, to, to + classes, 0);
      boolean same = byDistance && distances[0] == 0;
      double sum = 0;
      for (int place = 0; place < neighbours; place++) {
        int index = classOfRow[nearest[place]];
        double vote = classWeights[index] * votes(distances[place], same);
        probabilities[to + index] += vote;
        sum += vote;
      }
      for (int k = 0; k < classes; k++) {
        probabilities[to + k] /= sum;
      }
    }

    private double votes(double squared, boolean same) {
      if (same) {
        return squared == 0 ? 1 : 0;
      }
      return byDistance ? Math.sqrt(distances[0] / squared) : 1;
    }
  }
}
