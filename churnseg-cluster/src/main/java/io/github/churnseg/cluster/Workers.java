package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one run: the caller's and, if more are asked for, some that run after run makes
 * use of, and that end when there has been none for a minute. Tasks are numbered, and may write
 * only to what belongs to their number, so that which thread did what never shows. Each thread
 * begins with its own share of the tasks, which is the same whenever there are as many, since what
 * belongs to them may still be in its cache.
 *
 * <p>An iteration of K-means takes less than a millisecond, hundreds follow one another, and a pool
 * that sleeps and wakes between them would cost as much again; so a thread that has run out of
 * tasks looks out for more for a little while before it sleeps.
 */
final class Workers implements AutoCloseable {

  /** Some 90 microseconds. */
  static final int LOOKS_BEFORE_SLEEP = 4000;

  /** To start a thread takes a third of a millisecond, which is a part of a small run. */
  private static final ExecutorService POOL = Executors.newCachedThreadPool(Workers::daemon);

  private final AtomicReferenceArray<@Nullable Thread> helpers;
  private volatile @Nullable Job job;
  private volatile boolean closed;

  Workers(int threads) {
    helpers = new AtomicReferenceArray<>(threads - 1);
    for (int helper = 1; helper < threads; helper++) {
      int number = helper;
      POOL.execute(() -> help(number));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "churnseg-cluster");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs tasks 0 to {@code tasks - 1} once, with helpers from the common pool, which are at hand
   * sooner than threads are started. Where the pool is busy, the caller's thread does it all.
   */
  static void once(int threads, int tasks, Task task) {
    int most = Math.min(Math.min(threads, tasks) - 1, ForkJoinPool.getCommonPoolParallelism());
    Job job = new Job(most + 1, tasks, task);
    for (int helper = 1; helper <= most; helper++) {
      int number = helper;
      Helper.start(() -> job.work(number));
    }
    job.work(0);
    job.await();
  }

  int threads() {
    return helpers.length() + 1;
  }

  /** Runs tasks 0 to {@code tasks - 1}, and returns when all are done. */
  void forEach(int tasks, Task task) {
    if (threads() == 1 || tasks < 2) {
      for (int number = 0; number < tasks; number++) {
        task.run(0, number);
      }
      return;
    }
    Job next = new Job(threads(), tasks, task);
    job = next;
    wake();
    next.work(0);
    next.await();
  }

  /** Runs tasks that need not know their thread. */
  void forEach(int tasks, IntConsumer task) {
    forEach(tasks, (worker, number) -> task.accept(number));
  }

  private void wake() {
    for (int helper = 0; helper < helpers.length(); helper++) {
      // One that has not come yet will look for a job as soon as it does.
      LockSupport.unpark(helpers.get(helper));
    }
  }

  private void help(int worker) {
    helpers.set(worker - 1, Thread.currentThread());
    Job done = null;
    int looks = 0;
    while (!closed) {
      Job next = job;
      if (next != null && next != done) {
        next.work(worker);
        done = next;
        looks = 0;
      } else if (++looks < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        looks = 0;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }

  /** A part of the work. */
  @FunctionalInterface
  interface Task {

    /** Does part {@code number} on thread {@code worker}, which does one part at a time. */
    void run(int worker, int number);
  }

  private static final class Job {

    private final int tasks;
    private final Task task;
    private final Thread caller = Thread.currentThread();

    /** The next of each worker's own tasks. */
    private final AtomicInteger[] next;

    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    Job(int workers, int tasks, Task task) {
      this.tasks = tasks;
      this.task = task;
      this.next = new AtomicInteger[workers];
      Arrays.setAll(next, worker -> new AtomicInteger(firstOf(worker)));
    }

    private int firstOf(int worker) {
      return (int) ((long) tasks * worker / next.length);
    }

    /** Does a worker's own tasks, then those of others that they have not come to. */
    void work(int worker) {
      for (int n = 0; n < next.length; n++) {
        int owner = (worker + n) % next.length;
        int end = firstOf(owner + 1);
        for (int number = next[owner].getAndIncrement();
            number < end;
            number = next[owner].getAndIncrement()) {
          run(worker, number);
        }
      }
    }

    private void run(int worker, int number) {
      try {
        task.run(worker, number);
      } catch (RuntimeException | Error e) {
        failure.accumulateAndGet(new Failure(number, e), Failure::first);
      }
      if (finished.incrementAndGet() == tasks) {
        LockSupport.unpark(caller);
      }
    }

    void await() {
      for (int looks = 0; finished.get() < tasks; looks++) {
        if (looks < LOOKS_BEFORE_SLEEP) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      Failure failed = failure.get();
      if (failed == null) {
        return;
      }
      if (failed.thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failed.thrown;
    }
  }

  /** What a task threw. Of several, that of the first task counts, whichever thread was faster. */
  private record Failure(int task, Throwable thrown) {

    static Failure first(@Nullable Failure one, @Nullable Failure other) {
      if (one == null || (other != null && other.task < one.task)) {
        return Objects.requireNonNull(other);
      }
      return one;
    }
  }
}
