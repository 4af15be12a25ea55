package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 0", "1, 9", "2, 1", "2, 500", "4, 3", "64, 1000"})
  void runsEachTaskOnceOnAWorkerThatDoesNothingElse(int threads, int tasks) {
    AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
    AtomicIntegerArray busy = new AtomicIntegerArray(threads);
    AtomicIntegerArray clashes = new AtomicIntegerArray(1);
    Workers.once(
        threads,
        tasks,
        (worker, number) -> {
          clashes.addAndGet(0, busy.getAndIncrement(worker));
          runs.incrementAndGet(number);
          busy.decrementAndGet(worker);
        });
    for (int number = 0; number < tasks; number++) {
      assertThat(runs.get(number)).isEqualTo(1);
    }
    assertThat(clashes.get(0)).isZero();
  }

  /** Helpers that come late, or have just been with another run, do not miss or mix up jobs. */
  @Test
  void runsEachTaskOfManyJobsAndRuns() {
    for (int run = 0; run < 300; run++) {
      try (Workers workers = new Workers(4)) {
        assertThat(workers.threads()).isEqualTo(4);
        for (int tasks = 0; tasks < 12; tasks++) {
          AtomicIntegerArray runs = new AtomicIntegerArray(tasks);
          workers.forEach(tasks, (worker, number) -> runs.addAndGet(number, 1 + worker / 4));
          for (int number = 0; number < tasks; number++) {
            assertThat(runs.get(number)).isEqualTo(1);
          }
        }
      }
    }
  }

  @Test
  void throwsWhatTheFirstFailingTaskThrew() {
    assertThatThrownBy(
            () ->
                Workers.once(
                    3,
                    200,
                    (worker, number) -> {
                      if (number % 50 == 7) {
                        throw new IllegalStateException("task " + number);
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task 7");
  }

  @Test
  void doesNotWaitForAPoolThatIsBusy() {
    int others = ForkJoinPool.getCommonPoolParallelism();
    Semaphore release = new Semaphore(0);
    try {
      for (int thread = 0; thread < others; thread++) {
        ForkJoinPool.commonPool().execute(release::acquireUninterruptibly);
      }
      AtomicIntegerArray runs = new AtomicIntegerArray(20);
      Workers.once(2, 20, (worker, number) -> runs.incrementAndGet(number));
      for (int number = 0; number < 20; number++) {
        assertThat(runs.get(number)).isEqualTo(1);
      }
    } finally {
      release.release(others);
    }
  }
}
