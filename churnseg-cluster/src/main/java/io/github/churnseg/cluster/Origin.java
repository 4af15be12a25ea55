package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * How a model came about, for its report.
 *
 * @param plan the settings in words
 * @param customers how many it was learnt from
 * @param steps what its iterations were
 * @param variances of the scaled columns
 */
record Origin(String plan, long customers, String steps, List<Double> variances) {

  static Origin of(String plan, Points points) {
    return new Origin(
        plan,
        points.size(),
        "iterations",
        Arrays.stream(points.moments().variances).boxed().toList());
  }
}
