package io.github.churnseg.classify;

import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's global state, changed for training and put back afterwards: one OpenMP thread, which makes
 * small networks two to four times faster, and the calling thread's random numbers. Several
 * trainings may overlap; the last to end puts the threads back.
 */
final class Nd4jSettings implements AutoCloseable {

  private static int running;
  private static int masterThreadsBefore;
  private static int openMpBefore;

  private final Random random;
  private final long rootState;
  private final long nodeState;

  private Nd4jSettings(Random random) {
    this.random = random;
    this.rootState = random.rootState();
    this.nodeState = random.nodeState();
  }

  static Nd4jSettings forTraining() {
    Random random = Nd4j.getRandom();
    enter();
    return new Nd4jSettings(random);
  }

  private static synchronized void enter() {
    if (running++ == 0) {
      masterThreadsBefore = Nd4j.getEnvironment().maxMasterThreads();
      openMpBefore = NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
      set(1, 1);
    }
  }

  private static synchronized void leave() {
    if (--running == 0) {
      set(masterThreadsBefore, openMpBefore);
    }
  }

  private static void set(int masterThreads, int openMp) {
    Nd4j.getEnvironment().setMaxMasterThreads(masterThreads);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(openMp);
  }

  @Override
  public void close() {
    random.setStates(rootState, nodeState);
    leave();
  }
}
