package io.github.churnseg.classify;

import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A plan and which of its settings a {@link ModelSearch} varies. Immutable: each method returns a
 * new candidate.
 *
 * <pre>{@code
 * Candidate.of(LogisticRegression.withDefaults())
 *     .vary("l1", LogisticRegression::l1, 0.1, 1.0, 10.0)
 *     .scalings(LogisticRegression::preprocessing, Scaling.Z_SCORE, Scaling.ROBUST)
 * }</pre>
 *
 * <p>List values from the simplest to the most complex: of equally good settings the search takes
 * those that stand first. Settings are applied in the order in which they are listed.
 *
 * @param <C> the plan's type
 */
public final class Candidate<C extends Classifier> {

  private final C plan;
  private final List<Setting<C>> settings;

  private Candidate(C plan, List<Setting<C>> settings) {
    this.plan = plan;
    this.settings = settings;
  }

  /**
   * A plan as it is.
   *
   * @param plan the plan, with all settings that are not varied
   * @param <C> its type
   * @return a candidate with one way to be set
   */
  public static <C extends Classifier> Candidate<C> of(C plan) {
    return new Candidate<>(plan, List.of());
  }

  /**
   * Tries each of some values of a setting.
   *
   * @param setting its name, for the report
   * @param with the method that sets it, such as {@code ExtraTrees::leastSplit}
   * @param values what to set, the simplest first; at least one
   * @param <V> the values' type
   * @return a new candidate
   */
  @SafeVarargs
  public final <V> Candidate<C> vary(String setting, BiFunction<C, V, C> with, V... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("setting '" + setting + "' has no values; give one");
    }
    List<V> all = new ArrayList<>();
    for (V value : values) {
      all.add(value);
    }
    return plus(
        new Setting<>(
            setting,
            all.size(),
            position -> {
              V value = all.get((int) position);
              return new Setting.Choice<>(value.toString(), before -> with.apply(before, value));
            }));
  }

  /**
   * Draws a setting at random between two values above 0, each order of magnitude as likely as the
   * others. Needs {@link ModelSearch#draws}.
   *
   * @param setting its name, for the report
   * @param with the method that sets it, such as {@code LogisticRegression::l2}
   * @param simplest the end of the range that gives the simpler model
   * @param other the other end, above or below
   * @return a new candidate
   */
  public Candidate<C> between(
      String setting, BiFunction<C, Double, C> with, double simplest, double other) {
    if (!(simplest > 0 && other > 0 && simplest < 1e300 && other < 1e300)) {
      throw new IllegalArgumentException(
          "setting '%s' between %s and %s; choose two numbers above 0"
              .formatted(setting, simplest, other));
    }
    double from = StrictMath.log(simplest);
    double to = StrictMath.log(other);
    return plus(
        new Setting<>(
            setting,
            Setting.RANGE,
            position -> {
              double value = Setting.rounded(StrictMath.exp(from + position * (to - from)));
              return new Setting.Choice<>(
                  Double.toString(value), before -> with.apply(before, value));
            }));
  }

  /**
   * Tries ways to make columns comparable, everything else as {@link Preprocessing#withDefaults()}.
   *
   * @param with the method that sets the preprocessing, such as {@code
   *     SupportVectors::preprocessing}
   * @param scalings the ways
   * @return a new candidate
   */
  public Candidate<C> scalings(BiFunction<C, Preprocessing, C> with, Scaling... scalings) {
    return vary(
        "scaling",
        (C before, Scaling scaling) ->
            with.apply(before, Preprocessing.withDefaults().scaling(scaling)),
        scalings);
  }

  private Candidate<C> plus(Setting<C> setting) {
    List<Setting<C>> more = new ArrayList<>(settings);
    if (more.stream().anyMatch(one -> one.name().equals(setting.name()))) {
      throw new IllegalArgumentException("setting '" + setting.name() + "' is varied twice");
    }
    more.add(setting);
    return new Candidate<>(plan, List.copyOf(more));
  }

  C plan() {
    return plan;
  }

  List<Setting<C>> settings() {
    return settings;
  }

  /** The plan with a choice made for each setting: a place on its list, or 0 to 1 of its range. */
  Trial trial(int number, double... places) {
    C chosen = plan;
    List<String> words = new ArrayList<>();
    double complexity = 0;
    for (int at = 0; at < places.length; at++) {
      Setting<C> setting = settings.get(at);
      Setting.Choice<C> choice = setting.at(places[at]);
      chosen = choice.with().apply(chosen);
      words.add(setting.name() + "=" + choice.shown());
      complexity += setting.share(places[at]);
    }
    return new Trial(number, plan, chosen, String.join(", ", words), complexity);
  }

  /** The plan and the names of what is varied. */
  @Override
  public String toString() {
    return settings.isEmpty()
        ? plan.toString()
        : plan + " with " + settings.stream().map(Setting::name).toList();
  }
}
