package io.github.churnseg.cluster;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells when one way to do something has become faster than another that does the same. Explicit
 * vector instructions are objects until the compiler has come to them, and take a thousand times as
 * long; so both ways are tried now and then, until the one has been faster several times in
 * succession. For several threads.
 */
final class Trial {

  /** So many that those who do it once hardly lose by trials. */
  static final int CALLS_A_TRIAL = 1024;

  /** How often the other way is gone in a trial: what was long ago is in no cache any more. */
  static final int TURNS = 4;

  static final int WINS = 3;

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger wins = new AtomicInteger();

  /** Whether the other way is faster by now, once and for all. */
  boolean isWon() {
    return wins.get() >= WINS;
  }

  /** Whether this call is to try both. */
  boolean isDue() {
    return calls.incrementAndGet() % CALLS_A_TRIAL == 0;
  }

  /** Tells how long both took, the other way in the last turn. */
  void tell(long usual, long other) {
    wins.updateAndGet(before -> before >= WINS ? before : other < usual ? before + 1 : 0);
  }
}
