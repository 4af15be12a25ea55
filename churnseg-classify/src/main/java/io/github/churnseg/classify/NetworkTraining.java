package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** One run of training: which rows when, and which epoch's weights are the best. */
final class NetworkTraining {

  /** Rows of each class without which a validation part says nothing. */
  private static final int LEAST_VALIDATION = 5;

  private final NeuralNetwork.Settings settings;
  private final TrainingRows rows;
  private final int member;
  private final Progress progress;
  private final SplittableRandom random;

  private NetworkTraining(
      NeuralNetwork.Settings settings, TrainingRows rows, int member, Progress progress) {
    this.settings = settings;
    this.rows = rows;
    this.member = member;
    this.progress = progress;
    this.random = new SplittableRandom(settings.seed + 0x9E3779B97F4A7C15L * member);
  }

  static ScoreFunction train(
      NeuralNetwork.Settings settings, TrainingRows rows, Progress progress) {
    List<ScoreFunction> members = new ArrayList<>();
    for (int member = 0; member < settings.members; member++) {
      members.add(new NetworkTraining(settings, rows, member, progress).run());
    }
    return members.size() == 1 ? members.get(0) : new MeanFunction(members);
  }

  private DenseNetwork run() {
    int[][] parts = Stratified.split(rows.classes, rows.classCount(), settings.validation, random);
    boolean stopping = settings.validation > 0 && enough(parts[1]);
    int[] training = stopping ? parts[0] : everyRow();
    TrainingRows validation = rows.select(stopping ? parts[1] : new int[0]);
    try (Dl4jNetwork network = Dl4jNetwork.create(settings, rows, random.nextLong())) {
      DenseNetwork best = network.copy();
      double least = Double.POSITIVE_INFINITY;
      int waited = 0;
      for (int epoch = 0; epoch < settings.epochs && waited < settings.patience; epoch++) {
        Interruption.check("training");
        epoch(network, training);
        if (stopping) {
          DenseNetwork now = network.copy();
          double loss = loss(now, validation);
          waited = loss < least ? 0 : waited + 1;
          best = loss < least ? now : best;
          least = Math.min(least, loss);
        }
        progress.update("training", (member + (epoch + 1.0) / settings.epochs) / settings.members);
      }
      network.check(network.copy(), rows);
      return stopping ? best : network.copy();
    }
  }

  private boolean enough(int... validation) {
    int[] counts = rows.select(validation).counts();
    return Arrays.stream(counts).allMatch(count -> count >= LEAST_VALIDATION);
  }

  private int[] everyRow() {
    int[] all = new int[rows.size()];
    Arrays.setAll(all, row -> row);
    return all;
  }

  private void epoch(Dl4jNetwork network, int... training) {
    Stratified.shuffle(training, random);
    int batch = settings.batch(rows.size());
    for (int from = 0; from < training.length; from += batch) {
      int to = Math.min(from + batch, training.length);
      network.step(rows, training, from, to);
    }
  }

  private static double loss(DenseNetwork network, TrainingRows validation) {
    double[] probabilities = new double[validation.size() * validation.classCount()];
    network.scorer().score(validation.inputs, 0, validation.size(), probabilities);
    double loss = 0;
    for (int row = 0; row < validation.size(); row++) {
      double seen = probabilities[row * validation.classCount() + validation.classes[row]];
      loss -= validation.weight(row) * StrictMath.log(Math.max(seen, 1e-15));
    }
    return loss;
  }
}
