package io.github.churnseg.internal;

import java.util.concurrent.CancellationException;

/** Ends long work when its thread is interrupted. */
public final class Interruption {

  private Interruption() {}

  /**
   * Ends the work if the calling thread was interrupted, and leaves it interrupted.
   *
   * @param work what is ended, as the subject of a sentence
   * @throws CancellationException if the thread was interrupted
   */
  public static void check(String work) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(work + " was interrupted; nothing was kept");
    }
  }
}
