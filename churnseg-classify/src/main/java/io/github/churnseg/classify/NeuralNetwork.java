package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A network of dense layers, rectified between and softmax at the end, trained by DL4J with Adam
 * (Kingma, Ba 2015, arXiv:1412.6980) on cross-entropy. Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = NeuralNetwork.layers(64, 32).seed(42).fit(customers);
 * }</pre>
 *
 * <p>Training needs a native backend of ND4J on the class path; the model that comes out is plain
 * Java, needs none, and scores a row in about a microsecond. Fitting takes rows × epochs × weights
 * × {@link #members} steps. While it runs, ND4J uses one thread for each operation, which is faster
 * for networks of this size; its settings are put back afterwards.
 */
public final class NeuralNetwork implements Classifier {

  private final Settings settings;

  private NeuralNetwork(Settings settings) {
    this.settings = settings;
  }

  /**
   * A plan with hidden layers of these widths, z-scored inputs, and the defaults that the other
   * methods name.
   *
   * @param widths neurons of each hidden layer, from the inputs on; none for a plain softmax
   * @return the plan
   */
  public static NeuralNetwork layers(int... widths) {
    for (int width : widths) {
      require(width >= 1 && width <= 65_536, "layers", width, "1 to 65,536 neurons a layer");
    }
    return new NeuralNetwork(Settings.defaults(widths));
  }

  /**
   * Sets the seed of the starting weights, the order of the rows, dropout and the validation part;
   * 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public NeuralNetwork seed(long seed) {
    return new NeuralNetwork(settings.copy(copy -> copy.seed = seed));
  }

  /**
   * Sets the most passes over the training rows; 200 unless set. Early stopping usually ends
   * sooner.
   *
   * @param epochs at least 1
   * @return a new plan
   */
  public NeuralNetwork epochs(int epochs) {
    require(epochs >= 1, "epochs", epochs, "1 or more");
    return new NeuralNetwork(settings.copy(copy -> copy.epochs = epochs));
  }

  /**
   * Sets after how many rows the weights move. Unless set, a fortieth of the rows, but at least 128
   * and at most 1,024: a step costs DL4J most of a millisecond however few rows it sees, and among
   * many customers small steps wander about the optimum rather than reach it.
   *
   * @param rows at least 1
   * @return a new plan
   */
  public NeuralNetwork batch(int rows) {
    require(rows >= 1, "batch", rows, "1 or more rows");
    return new NeuralNetwork(settings.copy(copy -> copy.batch = OptionalInt.of(rows)));
  }

  /**
   * Sets Adam's step; 0.003 unless set.
   *
   * @param rate above 0
   * @return a new plan
   */
  public NeuralNetwork learningRate(double rate) {
    require(rate > 0 && rate < 10, "learningRate", rate, "a number above 0, such as 0.001");
    return new NeuralNetwork(settings.copy(copy -> copy.learningRate = rate));
  }

  /**
   * Sets the share of each hidden layer's neurons that is left out at random in each step; 0.3
   * unless set. It keeps neurons from relying on one another (Srivastava et al. 2014).
   *
   * @param share 0 to less than 1
   * @return a new plan
   */
  public NeuralNetwork dropout(double share) {
    require(share >= 0 && share < 1, "dropout", share, "0 to less than 1");
    return new NeuralNetwork(settings.copy(copy -> copy.dropout = share));
  }

  /**
   * Sets how strongly large weights are held back. Unless set, 30 / rows but at most 0.03: the more
   * customers there are, the less the weights need to be kept small.
   *
   * @param strength 0 or more
   * @return a new plan
   */
  public NeuralNetwork l2(double strength) {
    require(strength >= 0 && strength < 1e6, "l2", strength, "0 or more, such as 0.001");
    return new NeuralNetwork(settings.copy(copy -> copy.l2 = OptionalDouble.of(strength)));
  }

  /**
   * Sets when to stop: once the log-loss on a part of the rows that is kept out of training has not
   * fallen for some epochs, the weights of the best epoch are taken. Unless set, 0.15 of the rows
   * and 20 epochs. With fewer than 5 rows of a class in that part there is none, and all epochs are
   * run.
   *
   * @param share the part kept out, 0 for none, less than 0.9
   * @param patience epochs to wait for a better one, at least 1
   * @return a new plan
   */
  public NeuralNetwork earlyStopping(double share, int patience) {
    require(share >= 0 && share < 0.9, "share", share, "0 to less than 0.9");
    require(patience >= 1, "patience", patience, "1 or more epochs");
    return new NeuralNetwork(
        settings.copy(
            copy -> {
              copy.validation = share;
              copy.patience = patience;
            }));
  }

  /**
   * Sets how many networks are trained, from different starts and with different validation parts,
   * and averaged; 1 unless set. Several are steadier and better, and cost as many times as much.
   *
   * @param networks at least 1
   * @return a new plan
   */
  public NeuralNetwork members(int networks) {
    require(networks >= 1 && networks <= 1000, "members", networks, "1 to 1,000");
    return new NeuralNetwork(settings.copy(copy -> copy.members = networks));
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public NeuralNetwork classWeights(ClassWeights weights) {
    return new NeuralNetwork(settings.copy(copy -> copy.classWeights = weights));
  }

  /**
   * Sets how columns become numbers; {@link Preprocessing#withDefaults()} unless set.
   *
   * @param plan the way
   * @return a new plan
   */
  public NeuralNetwork preprocessing(Preprocessing plan) {
    return new NeuralNetwork(settings.copy(copy -> copy.preprocessing = plan));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if there is no native backend of ND4J; the message names the
   *     dependency to add
   */
  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    Nd4jBackend.require();
    TrainingRows rows =
        TrainingRows.of(settings.preprocessing, settings.classWeights, customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(settings.seed),
        (training, told) -> NetworkTraining.train(settings, training, told),
        rows,
        labels.positive(),
        progress);
  }

  /** The settings that differ from one network to the next. */
  @Override
  public String toString() {
    return "NeuralNetwork.layers(%s).seed(%d)"
        .formatted(
            String.join(", ", Arrays.stream(settings.widths).mapToObj(Integer::toString).toList()),
            settings.seed);
  }

  private static void require(boolean met, String name, Number seen, String allowed) {
    if (!met) {
      throw new IllegalArgumentException(name + "=" + seen + "; choose " + allowed);
    }
  }

  /** What can be set. Written to only while it is being copied. */
  static final class Settings implements Cloneable {

    final int[] widths;
    long seed;
    int epochs = 200;
    OptionalInt batch = OptionalInt.empty();
    double learningRate = 0.003;
    double dropout = 0.3;
    OptionalDouble l2 = OptionalDouble.empty();
    double validation = 0.15;
    int patience = 20;
    int members = 1;
    ClassWeights classWeights = ClassWeights.none();
    Preprocessing preprocessing = Preprocessing.withDefaults();

    private Settings(int... widths) {
      this.widths = widths.clone();
    }

    int batch(int rows) {
      return batch.orElse(Math.max(128, Math.min(1024, rows / 40)));
    }

    double l2(int rows) {
      return l2.orElse(Math.min(0.03, 30.0 / rows));
    }

    static Settings defaults(int... widths) {
      return new Settings(widths);
    }

    Settings copy(Consumer<Settings> change) {
      try {
        Settings copy = (Settings) clone();
        change.accept(copy);
        return copy;
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
