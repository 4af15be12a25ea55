package io.github.churnseg.cluster;

import io.github.churnseg.model.SegmentLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One group of a {@link ClusterProfile}. Immutable. */
public final class ProfiledGroup {

  private final SegmentLabel label;
  private final String name;
  private final int customers;
  private final double share;
  private final Map<String, ColumnValues> own;
  private final List<Distinction> distinctions;
  private final String sentence;

  private ProfiledGroup(
      SegmentLabel label,
      String name,
      int customers,
      double share,
      Map<String, ColumnValues> own,
      List<Distinction> distinctions,
      String sentence) {
    this.label = label;
    this.name = name;
    this.customers = customers;
    this.share = share;
    this.own = own;
    this.distinctions = distinctions;
    this.sentence = sentence;
  }

  static ProfiledGroup of(ProfileData data, int group, int customers) {
    Map<String, ColumnValues> own = data.byGroup.get(group);
    List<Distinction> distinctions = new ArrayList<>();
    own.forEach(
        (column, values) -> {
          ColumnValues all = data.all.get(column);
          double apart = all == null ? 0 : (values.mean() - all.mean()) / all.deviation();
          distinctions.add(new Distinction(column, Double.isFinite(apart) ? apart : 0));
        });
    distinctions.sort(Comparator.comparingDouble(d -> -Math.abs(d.difference())));
    int size = data.sizes.get(group);
    return new ProfiledGroup(
        data.labels.get(group),
        GroupNames.name(data.all, own, distinctions),
        size,
        (double) size / customers,
        own,
        List.copyOf(distinctions),
        GroupWords.sentence(data.all, own, distinctions));
  }

  ProfiledGroup called(String other) {
    return new ProfiledGroup(label, other, customers, share, own, distinctions, sentence);
  }

  /**
   * The label the group has in the assignments.
   *
   * @return the label
   */
  public SegmentLabel label() {
    return label;
  }

  /**
   * A name that the numbers bear out, unlike that of any other group of the profile.
   *
   * @return such as {@code loyal}
   */
  public String name() {
    return name;
  }

  /**
   * The size of the group.
   *
   * @return customers, 1 or more
   */
  public int customers() {
    return customers;
  }

  /**
   * The share of all customers.
   *
   * @return above 0, at most 1
   */
  public double share() {
    return share;
  }

  /**
   * The mean of a feature, in its own unit.
   *
   * @param column a numeric column
   * @return the mean; NaN if all values are missing
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public double mean(String column) {
    return values(column).mean();
  }

  /**
   * The median of a feature, in its own unit.
   *
   * @param column a numeric column
   * @return the median; NaN if all values are missing
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public double median(String column) {
    return values(column).median();
  }

  private ColumnValues values(String column) {
    ColumnValues values = own.get(column);
    if (values == null) {
      throw new IllegalArgumentException(
          "no column '" + column + "' in this profile; there are " + List.copyOf(own.keySet()));
    }
    return values;
  }

  /**
   * What sets the group apart, the most telling feature first.
   *
   * @return one a numeric column
   */
  public List<Distinction> distinctions() {
    return distinctions;
  }

  /**
   * The group in words.
   *
   * @return such as {@code buys often (7.1 times against 2.9), spends 4.0 times the median}
   */
  public String sentence() {
    return sentence;
  }

  /** Label, name and sentence. */
  @Override
  public String toString() {
    return label + ", " + name + ": " + sentence;
  }
}
