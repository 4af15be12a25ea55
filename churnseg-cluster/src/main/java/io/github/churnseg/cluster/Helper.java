package io.github.churnseg.cluster;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * A thread of the common pool that helps with a piece of work, and then looks out for another one
 * for a little while before it goes: to wake a thread takes its caller and itself tens of
 * microseconds, in which thousands of customers could be assigned.
 */
final class Helper implements Runnable {

  private static final ConcurrentLinkedDeque<Helper> AWAKE = new ConcurrentLinkedDeque<>();

  private volatile @Nullable Runnable next;

  private Helper(Runnable work) {
    next = work;
  }

  /** Starts some work, as soon as a thread is free. */
  static void start(Runnable work) {
    Helper awake = AWAKE.pollLast();
    if (awake == null) {
      ForkJoinPool.commonPool().execute(new Helper(work));
    } else {
      awake.next = work;
    }
  }

  @Override
  public void run() {
    for (Runnable work = next; work != null; work = next) {
      next = null;
      work.run();
      lookOut();
    }
  }

  private void lookOut() {
    AWAKE.addLast(this);
    for (int looks = 0; next == null; looks++) {
      boolean wanted = ForkJoinPool.commonPool().hasQueuedSubmissions();
      // One that is not there any more is about to be given something.
      if ((wanted || looks >= Workers.LOOKS_BEFORE_SLEEP) && AWAKE.remove(this)) {
        return;
      }
      Thread.onSpinWait();
    }
  }
}
