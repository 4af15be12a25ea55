package io.github.churnseg.model;

import java.util.List;
import java.util.Set;

/**
 * Makes one label of the labels that several segmentations gave to the same customer.
 *
 * <pre>{@code
 * LabelRule rule = labels -> labels.contains(new SegmentLabel("lost")) ? lost : labels.get(0);
 * }</pre>
 *
 * <p>A rule depends on the labels alone, and gives the same label for the same labels; it is safe
 * to share between threads. The library's own rules can be saved in a model file, a lambda cannot.
 */
@FunctionalInterface
public interface LabelRule {

  /**
   * Combines the labels of one customer.
   *
   * @param labels one a segmentation, in the order of the plan; at least one
   * @return the label of the customer
   */
  SegmentLabel combine(List<SegmentLabel> labels);

  /**
   * Keeps everything apart: the names in order, with a slash between, such as {@code Champions/2}.
   *
   * @return the rule
   */
  static LabelRule cross() {
    return new CrossRule();
  }

  /**
   * Three groups: {@code loyal} if each segmentation calls the customer so, {@code one-time} if
   * each calls the customer that, and {@code potentially loyal} in all other cases.
   *
   * @param loyal the names, of any of the segmentations, that stand for loyal customers
   * @param oneTime the names that stand for customers who bought once
   * @return the rule
   * @throws IllegalArgumentException if a name is in both, or one of them has none
   */
  static LabelRule loyalty(Set<String> loyal, Set<String> oneTime) {
    return LoyaltyRule.of(loyal, oneTime);
  }

  /**
   * The names of labels that the rule asks for. Those that none of the segmentations knows are
   * reported where it is applied, since they are most likely misspelt.
   *
   * @return names; none by default
   */
  default Set<String> names() {
    return Set.of();
  }

  /**
   * Combines segmentations of customers, matched by id. Customers who are not in all of them are
   * left out, and counted.
   *
   * @param segmentations one or more
   * @return the combined labels, in the order of the first segmentation
   */
  default CombinedSegments combine(Assignments... segmentations) {
    return CombinedSegments.of(this, List.of(segmentations));
  }
}
