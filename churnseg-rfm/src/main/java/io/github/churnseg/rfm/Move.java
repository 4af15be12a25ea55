package io.github.churnseg.rfm;

import io.github.churnseg.model.SegmentLabel;
import java.util.Optional;

/**
 * A customer at two dates.
 *
 * @param customer the id
 * @param previous the segment at the first date, nothing if the customer was not there yet
 * @param current the segment at the second date, nothing if the customer is not there any more
 */
public record Move(
    String customer, Optional<SegmentLabel> previous, Optional<SegmentLabel> current) {

  /**
   * Whether the segments differ; being new or gone is a change too.
   *
   * @return true if so
   */
  public boolean isChange() {
    return !previous.equals(current);
  }
}
