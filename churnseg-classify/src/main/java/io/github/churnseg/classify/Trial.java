package io.github.churnseg.classify;

import io.github.churnseg.model.Classifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One plan to be measured.
 *
 * @param number its place in the order in which plans were given
 * @param base the plan before any setting was varied
 * @param plan the plan with its settings
 * @param settings what was varied, in words
 * @param complexity how far its settings are from the simplest ones, summed over the settings
 */
record Trial(int number, Classifier base, Classifier plan, String settings, double complexity) {

  /** All trials of some candidates: the whole grid of each, or so many draws from it. */
  static List<Trial> of(List<Candidate<?>> candidates, int draws, long seed) {
    List<Trial> trials = new ArrayList<>();
    for (int at = 0; at < candidates.size(); at++) {
      add(candidates.get(at), draws, new SplittableRandom(seed + at), trials);
    }
    return trials;
  }

  private static void add(
      Candidate<?> candidate, int draws, SplittableRandom random, List<Trial> trials) {
    boolean ranges = candidate.settings().stream().anyMatch(Setting::isRange);
    if (draws == 0 && ranges) {
      throw new IllegalArgumentException(
          candidate + " has a range, which has no grid; set draws(…), such as 20");
    }
    double size =
        candidate.settings().stream().mapToDouble(Setting::values).reduce(1, (a, b) -> a * b);
    if (!ranges && draws == 0 && size > ModelSearch.MOST_TRIALS) {
      throw new IllegalArgumentException(
          "%s has %.0f combinations; set draws(…), such as 20".formatted(candidate, size));
    }
    Set<List<Double>> places =
        ranges || (draws > 0 && size > draws)
            ? drawn(candidate.settings(), draws, random)
            : grid(candidate.settings());
    for (List<Double> place : places) {
      double[] chosen = place.stream().mapToDouble(Double::doubleValue).toArray();
      trials.add(candidate.trial(trials.size(), chosen));
    }
  }

  /** So many different combinations, in the order of drawing. */
  private static Set<List<Double>> drawn(
      List<? extends Setting<?>> settings, int draws, SplittableRandom random) {
    Set<List<Double>> places = new LinkedHashSet<>();
    while (places.size() < draws) {
      List<Double> one = new ArrayList<>();
      for (Setting<?> setting : settings) {
        one.add(setting.isRange() ? random.nextDouble() : random.nextInt(setting.values()));
      }
      places.add(one);
    }
    return places;
  }

  private static Set<List<Double>> grid(List<? extends Setting<?>> settings) {
    Set<List<Double>> places = new LinkedHashSet<>();
    places.add(List.of());
    for (Setting<?> setting : settings) {
      Set<List<Double>> longer = new LinkedHashSet<>();
      for (List<Double> place : places) {
        for (int value = 0; value < setting.values(); value++) {
          List<Double> more = new ArrayList<>(place);
          more.add((double) value);
          longer.add(more);
        }
      }
      places = longer;
    }
    return places;
  }
}
