package io.github.churnseg.data;

/**
 * What became of the returns of a log under {@link ReturnPolicy#MATCH}. Immutable.
 *
 * @param whole returns that were matched to purchases entirely
 * @param partly returns of which only a part found a purchase
 * @param unmatched returns that found no purchase
 * @param reducedLines purchases that were reduced, some to nothing
 */
public record MatchCounts(long whole, long partly, long unmatched, long reducedLines) {

  static final MatchCounts NONE = new MatchCounts(0, 0, 0, 0);
}
