package io.github.churnseg;

import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Counts how often a classifier and the largest class are right. */
final class HoldOutFigures {

  private static final double LEAST_PROBABILITY = 1e-15;

  private HoldOutFigures() {}

  static HoldOut of(Predictions guesses, Labels truth, Labels trained, int leftOut) {
    int[] sizes = trained.counts().values().stream().mapToInt(size -> size).toArray();
    int largest = 0;
    for (int index = 1; index < sizes.length; index++) {
      largest = sizes[index] > sizes[largest] ? index : largest;
    }
    int always = largest;
    double[] losses = losses(truth.size(), row -> probability(guesses, row, truth.of(row)));
    double[] baseline =
        losses(truth.size(), row -> (double) sizes[truth.index(row)] / trained.size());
    return new HoldOut(
        trained.size(),
        truth.size(),
        leftOut,
        sizes.length,
        figures(truth, row -> truth.classes().indexOf(guesses.label(row)), losses),
        figures(truth, row -> always, baseline),
        errorOfDifference(losses, baseline));
  }

  /** A class that the measured classifier had nobody to learn from gets none. */
  private static double probability(Predictions guesses, int row, String name) {
    return guesses.classes().contains(name) ? guesses.probability(row, name) : 0;
  }

  private static double[] losses(int size, IntToDoubleFunction probabilityOfTruth) {
    return IntStream.range(0, size)
        .mapToDouble(probabilityOfTruth)
        .map(probability -> -Math.log(Math.max(LEAST_PROBABILITY, probability)))
        .toArray();
  }

  private static HoldOut.Figures figures(Labels truth, IntUnaryOperator guess, double[] losses) {
    int[] right = new int[truth.classes().size()];
    int[] guessed = new int[right.length];
    int[] there = new int[right.length];
    for (int row = 0; row < truth.size(); row++) {
      int index = guess.applyAsInt(row);
      guessed[index]++;
      there[truth.index(row)]++;
      right[index] += index == truth.index(row) ? 1 : 0;
    }
    double macro =
        IntStream.range(0, right.length)
            .filter(index -> guessed[index] + there[index] > 0)
            .mapToDouble(index -> 2.0 * right[index] / (guessed[index] + there[index]))
            .average()
            .orElse(Double.NaN);
    return new HoldOut.Figures(
        (double) IntStream.of(right).sum() / truth.size(), macro, mean(losses));
  }

  private static double errorOfDifference(double[] first, double[] second) {
    double[] differences = new double[first.length];
    Arrays.setAll(differences, row -> first[row] - second[row]);
    double mean = mean(differences);
    double variance =
        mean(Arrays.stream(differences).map(value -> (value - mean) * (value - mean)).toArray());
    return Math.sqrt(variance / Math.max(1, differences.length - 1));
  }

  /** Added in ascending order, so that the order of the rows does not show in the last bit. */
  private static double mean(double[] values) {
    return Arrays.stream(values).sorted().sum() / values.length;
  }
}
