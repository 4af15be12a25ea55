package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HelperTest {

  /** Some is given to helpers that are awake, some to those that were just about to go. */
  @Test
  void doesAllWorkThatSeveralThreadsStart() throws InterruptedException {
    int pieces = 3000;
    CountDownLatch undone = new CountDownLatch(3 * pieces);
    Thread[] starters = new Thread[3];
    for (int starter = 0; starter < starters.length; starter++) {
      starters[starter] =
          new Thread(
              () -> {
                for (int piece = 0; piece < pieces; piece++) {
                  Helper.start(undone::countDown);
                  LockSupport.parkNanos(piece % 9 * 20_000L);
                }
              });
      starters[starter].start();
    }
    for (Thread starter : starters) {
      starter.join();
    }
    assertThat(undone.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(undone.getCount()).isZero();
  }
}
