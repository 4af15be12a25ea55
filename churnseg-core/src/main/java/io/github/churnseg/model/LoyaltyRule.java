package io.github.churnseg.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Loyal, one-time, or something between. */
final class LoyaltyRule implements LabelRule {

  private static final SegmentLabel LOYAL = new SegmentLabel("loyal");
  private static final SegmentLabel POTENTIAL = new SegmentLabel("potentially loyal");
  private static final SegmentLabel ONE_TIME = new SegmentLabel("one-time");

  private final Set<String> loyal;
  private final Set<String> oneTime;

  private LoyaltyRule(Set<String> loyal, Set<String> oneTime) {
    this.loyal = loyal;
    this.oneTime = oneTime;
  }

  static LoyaltyRule of(Set<String> loyal, Set<String> oneTime) {
    if (loyal.isEmpty() || oneTime.isEmpty()) {
      throw new IllegalArgumentException(
          "no name stands for %s customers; give at least one"
              .formatted(loyal.isEmpty() ? "loyal" : "one-time"));
    }
    Set<String> both = new TreeSet<>(loyal);
    both.retainAll(oneTime);
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          both + " cannot stand for loyal and for one-time customers; name it in one of the two");
    }
    return new LoyaltyRule(Set.copyOf(loyal), Set.copyOf(oneTime));
  }

  @Override
  public SegmentLabel combine(List<SegmentLabel> labels) {
    if (labels.stream().allMatch(label -> loyal.contains(label.name()))) {
      return LOYAL;
    }
    return labels.stream().allMatch(label -> oneTime.contains(label.name())) ? ONE_TIME : POTENTIAL;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>(loyal);
    names.addAll(oneTime);
    return names;
  }

  Set<String> loyal() {
    return loyal;
  }

  Set<String> oneTime() {
    return oneTime;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LoyaltyRule rule
        && loyal.equals(rule.loyal)
        && oneTime.equals(rule.oneTime);
  }

  @Override
  public int hashCode() {
    return loyal.hashCode() + 31 * oneTime.hashCode();
  }

  /** The three groups and the names that stand for two of them. */
  @Override
  public String toString() {
    return "loyal where all of "
        + new TreeSet<>(loyal)
        + ", one-time where all of "
        + new TreeSet<>(oneTime)
        + ", else potentially loyal";
  }
}
