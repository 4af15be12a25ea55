package io.github.churnseg.classify;

/** Asks whether ND4J can compute, before any class that needs it is touched. */
final class Nd4jBackend {

  private Nd4jBackend() {}

  /**
   * Where there is no backend, ND4J fails in one of several unreadable ways; this is one sentence.
   */
  static void require() {
    try {
      Nd4jSettings.forTraining().close();
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "training a neural network needs a native backend of ND4J, and none could be loaded; add"
              + " the dependency org.nd4j:nd4j-native-platform:1.0.0-M2.1 (loading a model and"
              + " predicting need none)",
          e);
    }
  }
}
