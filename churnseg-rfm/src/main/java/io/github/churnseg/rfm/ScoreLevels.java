package io.github.churnseg.rfm;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the customers a model was learnt from spread over the levels of one dimension.
 *
 * @param dimension which one
 * @param cuts the cut points, ascending; equal ones where a value is shared by many
 * @param customers customers of each level, from level 1
 * @param tiedValue the value most customers share, where two cuts or more fall on one; else NaN
 * @param tiedShare the share of customers who have {@code tiedValue}, 0 to 1; else 0
 */
public record ScoreLevels(
    Dimension dimension,
    List<Double> cuts,
    List<Integer> customers,
    double tiedValue,
    double tiedShare) {

  /**
   * Copies the lists.
   *
   * @param dimension which one
   * @param cuts the cut points, ascending
   * @param customers customers of each level, from level 1
   * @param tiedValue the value most customers share, or NaN
   * @param tiedShare the share of customers who have it
   */
  public ScoreLevels {
    cuts = List.copyOf(cuts);
    customers = List.copyOf(customers);
  }

  /**
   * The levels that no customer has.
   *
   * @return levels, ascending; empty if all are used
   */
  public List<Integer> emptyLevels() {
    return IntStream.rangeClosed(1, customers.size())
        .filter(level -> customers.get(level - 1) == 0)
        .boxed()
        .toList();
  }
}
