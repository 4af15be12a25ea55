package io.github.churnseg.classify;

import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's global state, changed for training and put back afterwards: one OpenMP thread, which makes
 * small networks two to four times faster, and the calling thread's random numbers. Several
 * trainings may overlap; the last to end puts the threads back.
 */
final class Nd4jSettings implements AutoCloseable {

  private static int running;
  private static int masterThreadsBefore;

  private final Random random;
  private final long rootState;
  private final long nodeState;

  /** OpenMP keeps its number of threads for each calling thread. */
  private final int openMpBefore;

  private Nd4jSettings(Random random) {
    this.random = random;
    this.rootState = random.rootState();
    this.nodeState = random.nodeState();
    this.openMpBefore = operations().ompGetMaxThreads();
    operations().setOmpNumThreads(1);
  }

  static Nd4jSettings forTraining() {
    Random random = Nd4j.getRandom();
    enter();
    return new Nd4jSettings(random);
  }

  private static synchronized void enter() {
    if (running++ == 0) {
      masterThreadsBefore = Nd4j.getEnvironment().maxMasterThreads();
      Nd4j.getEnvironment().setMaxMasterThreads(1);
    }
  }

  private static synchronized void leave() {
    if (--running == 0) {
      Nd4j.getEnvironment().setMaxMasterThreads(masterThreadsBefore);
    }
  }

  private static NativeOps operations() {
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }

  @Override
  public void close() {
    random.setStates(rootState, nodeState);
    operations().setOmpNumThreads(openMpBefore);
    leave();
  }
}
