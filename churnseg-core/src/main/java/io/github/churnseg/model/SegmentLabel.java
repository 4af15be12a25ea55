package io.github.churnseg.model;

/**
 * The name of a segment, such as {@code Champions} or {@code 2}.
 *
 * @param name shown to people and stored with the customer; not blank
 */
public record SegmentLabel(String name) implements Comparable<SegmentLabel> {

  /**
   * Refuses a blank name.
   *
   * @param name not blank
   */
  public SegmentLabel {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a segment needs a name, seen a blank one");
    }
  }

  @Override
  public int compareTo(SegmentLabel other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
