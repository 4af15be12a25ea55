package io.github.churnseg;

/**
 * Hears how far a long piece of work has come.
 *
 * <pre>{@code
 * segmentation.fit(log, (stage, done) -> System.out.printf("%s %.0f %%%n", stage, 100 * done));
 * }</pre>
 *
 * <p>Calls come from the thread that does the work, in order, and never from two threads at once.
 * To stop the work, interrupt that thread: it ends with a {@link
 * java.util.concurrent.CancellationException} and leaves nothing behind.
 */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (stage, done) -> {};

  /**
   * Called when a stage has moved on.
   *
   * @param stage what is being done, such as {@code "features"}
   * @param done the share of this stage that is done, 0 to 1
   */
  void update(String stage, double done);
}
