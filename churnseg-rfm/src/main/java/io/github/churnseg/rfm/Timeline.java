package io.github.churnseg.rfm;

import io.github.churnseg.SegmentedModel;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import java.util.function.Function;

/**
 * Follows segments from month to month: how many customers each has, how many of them buy, and how
 * many orders they place. Immutable; safe to share between threads if the function given to it is.
 *
 * <pre>{@code
 * var model = segmentation.fit(log);
 * Timeline.monthly(model, "value").of(log);
 * Timeline.monthly(cut -> segments.assign(rfm.extract(cut))).of(log);  // the same by hand
 * }</pre>
 *
 * <p>The segments of a month are those of the log as it was known when the month ended, so nothing
 * that came later shows. One model, learnt once, segments every month: its cut points stay the
 * same, so that a segment grows because customers changed and not because the yardstick did. Who
 * wants new cut points each month gives a function that fits before it assigns.
 *
 * <p>Cost: one assignment for each month of the log, each over the lines up to then.
 */
public final class Timeline {

  private final Function<Transactions, Assignments> segments;
  private final boolean byLatest;

  private Timeline(Function<Transactions, Assignments> segments, boolean byLatest) {
    this.segments = segments;
    this.byLatest = byLatest;
  }

  /**
   * By calendar month, with segments from any function.
   *
   * @param segments assigns segments to the customers of a cut log, by that log alone
   * @return the plan
   */
  public static Timeline monthly(Function<Transactions, Assignments> segments) {
    return new Timeline(segments, false);
  }

  /**
   * By calendar month, with the segments of a model.
   *
   * @param model segments that have been learnt
   * @param segmenter the name of one of its segmenters
   * @return the plan
   */
  public static Timeline monthly(SegmentedModel<Transactions, ?> model, String segmenter) {
    return monthly(cut -> model.assign(segmenter, cut));
  }

  /**
   * Labels every month by the segments of today, the log's as-of moment, instead of its own.
   *
   * <p>This looks ahead: who is lost today counts as lost in the months they bought most, so the
   * line of a segment that is made of old buyers must fall. It tells where today's segments came
   * from, never how they developed.
   *
   * @return a new plan
   */
  public Timeline byTodaysSegments() {
    return new Timeline(segments, true);
  }

  /**
   * Counts the months of a log.
   *
   * @param log what was bought, cut at the date that is today
   * @return the months from the first purchase to the as-of moment
   * @throws io.github.churnseg.InvalidDataException if the log spans more than 1,200 months
   */
  public TimelineTable of(Transactions log) {
    TimelineCount count = new TimelineCount(log);
    return byLatest ? count.byLatest(segments.apply(log)) : count.monthByMonth(segments);
  }
}
