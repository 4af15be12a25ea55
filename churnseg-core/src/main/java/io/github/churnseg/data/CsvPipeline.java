package io.github.churnseg.data;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads the pieces of a file on several threads. Each piece goes through steps; parsing can happen
 * to several pieces at once, but each later step takes the pieces in the order of the file, one at
 * a time. So ids are numbered, and everything else decided, as one thread would have done it.
 */
final class CsvPipeline {

  /** Something that happens to each piece once it is parsed, in the order of the file. */
  private static final class Step {
    final Consumer<CsvBlock> work;

    /** The steps that a piece must have been through before. */
    final List<Step> before;

    /** How many pieces have been through. */
    int done;

    boolean busy;

    Step(Consumer<CsvBlock> work, Step... before) {
      this.work = work;
      this.before = List.of(before);
    }

    boolean canTake(int number) {
      return !busy && before.stream().allMatch(step -> number < step.done);
    }
  }

  /** What a pipeline does at each step. */
  interface Work {
    /** Reads the next piece; false at the end. */
    boolean read(CsvBlock block) throws IOException;

    /** Parses a piece; several threads at once. */
    void parse(CsvBlock block) throws IOException;

    void judge(CsvBlock block);

    void numberOrders(CsvBlock block);

    void numberCustomers(CsvBlock block);

    void append(CsvBlock block);
  }

  private final Work work;
  private final int threads;
  private final Deque<CsvBlock> free = new ArrayDeque<>();

  /** Pieces under way, by number modulo its length; null where there is none. */
  private final @Nullable CsvBlock[] parsed;

  private final List<Step> steps;
  private final Step last;
  private final Object reading = new Object();
  private int pieces;
  private int parsing;
  private boolean ended;
  private @Nullable Throwable failure;

  CsvPipeline(Work work, int threads, List<CsvBlock> blocks) {
    this.work = work;
    this.threads = threads;
    this.free.addAll(blocks);
    this.parsed = new CsvBlock[blocks.size()];
    Step judge = new Step(work::judge);
    Step orders = new Step(work::numberOrders, judge);
    Step customers = new Step(work::numberCustomers, judge);
    this.last = new Step(work::append, orders, customers);
    this.steps = List.of(orders, customers, last, judge);
  }

  /** How many blocks keep this many threads from waiting for each other. */
  static int blocks(int threads) {
    return 2 * threads + 4;
  }

  /** Loads all pieces; the calling thread works too. */
  void run() throws IOException {
    List<Thread> helpers = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread helper = new Thread(this::help, "churnseg-csv-" + i);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    help();
    for (Thread helper : helpers) {
      join(helper);
    }
    Throwable thrown = failure;
    if (thrown instanceof IOException io) {
      throw io;
    }
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (helper.isAlive()) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void help() {
    try {
      while (true) {
        Runnable task = next();
        if (task == null) {
          return;
        }
        task.run();
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new CancellationException("reading was interrupted"));
    }
  }

  private synchronized void fail(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    notifyAll();
  }

  /** The next thing to do, of what is furthest along first; null when all is done. */
  private synchronized @Nullable Runnable next() throws InterruptedException {
    while (failure == null) {
      for (Step step : steps) {
        CsvBlock block = ready(step);
        if (block != null) {
          step.busy = true;
          return () -> take(step, block);
        }
      }
      CsvBlock empty = ended ? null : free.poll();
      if (empty != null) {
        parsing++;
        return () -> parse(empty);
      }
      if (ended && parsing == 0 && last.done == pieces) {
        return null;
      }
      wait();
    }
    return null;
  }

  private @Nullable CsvBlock ready(Step step) {
    int number = step.done;
    CsvBlock block = parsed[number % parsed.length];
    return block != null && block.number == number && step.canTake(number) ? block : null;
  }

  private void take(Step step, CsvBlock block) {
    step.work.accept(block);
    synchronized (this) {
      step.busy = false;
      step.done++;
      if (step == last) {
        parsed[block.number % parsed.length] = null;
        free.add(block);
      }
      notifyAll();
    }
  }

  private void parse(CsvBlock block) {
    try {
      boolean any = readNext(block);
      if (any) {
        work.parse(block);
      }
      synchronized (this) {
        parsing--;
        if (any) {
          parsed[block.number % parsed.length] = block;
        } else {
          ended = true;
          free.add(block);
        }
        notifyAll();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private boolean readNext(CsvBlock block) throws IOException {
    synchronized (reading) {
      if (!work.read(block)) {
        return false;
      }
      synchronized (this) {
        block.number = pieces++;
      }
      return true;
    }
  }
}
