package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.libsvm.SVMClassificationType.SVMMode;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.LibSVMModel;
import org.tribuo.common.libsvm.SVMParameters;

/** Fits machines with LIBSVM, copies them, and fits the curves to probabilities out of fold. */
final class MachineTraining {

  private static final int FOLDS = 5;

  static {
    // LIBSVM prints its progress to the terminal unless told not to, and cannot be asked what it
    // was told before.
    svm.svm_set_print_string_function(text -> {});
  }

  private final TrainingRows rows;
  private final TribuoRows tribuo;
  private final Kernel kernel;
  private final double cost;
  private final long seed;

  private MachineTraining(TrainingRows rows, Kernel kernel, double cost, long seed) {
    this.rows = rows;
    this.tribuo = new TribuoRows(rows);
    this.kernel = kernel.scaledTo(rows);
    this.cost = cost;
    this.seed = seed;
  }

  static KernelMachine train(
      TrainingRows rows, Kernel kernel, double cost, long seed, Progress progress) {
    MachineTraining training = new MachineTraining(rows, kernel, cost, seed);
    int[] asked = OneAgainstRest.asked(rows.classCount());
    List<KernelMachine.Machine> machines = new ArrayList<>();
    for (int index : asked) {
      machines.add(training.calibrated(index));
      progress.update("training", (double) machines.size() / asked.length);
    }
    return new KernelMachine(training.kernel, rows.columns(), rows.classCount(), machines);
  }

  private KernelMachine.Machine calibrated(int asked) {
    if (rows.counts()[asked] == 0) {
      return new KernelMachine.Machine(new double[0], new double[0], 0, Sigmoid.NEVER);
    }
    int[] all = IntStream.range(0, rows.size()).toArray();
    KernelMachine.Machine machine = machine(asked, all);
    int yes = rows.counts()[asked];
    int folds = Math.min(FOLDS, Math.min(yes, rows.size() - yes));
    double[] distances = new double[rows.size()];
    if (folds < 2) {
      fill(distances, machine, all);
    } else {
      int[] classOf = IntStream.of(rows.classes).map(index -> index == asked ? 1 : 0).toArray();
      int[] fold = Stratified.folds(classOf, 2, folds, new SplittableRandom(seed));
      for (int held = 0; held < folds; held++) {
        Interruption.check("training");
        int part = held;
        int[] seen = IntStream.of(all).filter(row -> fold[row] != part).toArray();
        int[] unseen = IntStream.of(all).filter(row -> fold[row] == part).toArray();
        fill(distances, machine(asked, seen), unseen);
      }
    }
    boolean[] positive = new boolean[rows.size()];
    double[] weights = rows.weights();
    for (int row : all) {
      positive[row] = rows.classes[row] == asked;
    }
    return machine.with(Sigmoid.fit(distances, positive, weights));
  }

  private void fill(double[] distances, KernelMachine.Machine machine, int... some) {
    for (int row : some) {
      distances[row] = machine.distance(kernel, rows.inputs, row * rows.columns(), rows.columns());
    }
  }

  private KernelMachine.Machine machine(int asked, int... some) {
    KernelType type =
        switch (kernel.shape()) {
          case LINEAR -> KernelType.LINEAR;
          case POLYNOMIAL -> KernelType.POLY;
          case RBF -> KernelType.RBF;
        };
    SVMParameters<Label> parameters =
        new SVMParameters<>(new SVMClassificationType(SVMMode.C_SVC), type);
    parameters.setCost(cost);
    parameters.setGamma(kernel.gamma());
    parameters.setDegree(Math.max(1, kernel.degree()));
    parameters.setCacheSize(100);
    LibSVMClassificationTrainer trainer = new LibSVMClassificationTrainer(parameters, seed);
    trainer.setLabelWeights(tribuo.weightsOneAgainstRest(asked));
    LibSVMModel<Label> model = trainer.train(tribuo.oneAgainstRest(asked, some));
    return copy(model.getInnerModels().get(0), TribuoRows.classOf(model.getOutputIDInfo()));
  }

  private KernelMachine.Machine copy(svm_model model, int... classOf) {
    // LIBSVM's distance speaks for the class it met first.
    double sign = classOf[model.label[0]] == 1 ? 1 : -1;
    double[] vectors = new double[model.l * rows.columns()];
    double[] coefficients = new double[model.l];
    for (int vector = 0; vector < model.l; vector++) {
      coefficients[vector] = sign * model.sv_coef[0][vector];
      for (svm_node node : model.SV[vector]) {
        vectors[vector * rows.columns() + node.index] = node.value;
      }
    }
    return new KernelMachine.Machine(
        vectors, coefficients, -sign * model.rho[0], new Sigmoid(1, 0));
  }
}
