package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * ABC-XYZ segments that have been learnt: the least revenue of A and of B, and the limits of X and
 * Y. Immutable and safe to share between threads; classing a customer is four comparisons.
 */
public final class AbcXyzModel implements SegmentModel<DemandTable> {

  private static final int KINDS = XyzClass.values().length;

  /** AX, AY, AZ, A Single Purchase, BX and so on. */
  private static final List<SegmentLabel> LABELS =
      Arrays.stream(AbcClass.values())
          .flatMap(abc -> Arrays.stream(XyzClass.values()).map(xyz -> name(abc, xyz)))
          .map(SegmentLabel::new)
          .toList();

  private final Provenance provenance;
  private final AbcLines lines;
  private final XyzLimits limits;
  private final Variation measure;
  private final List<Segment> segments;
  private final AbcXyzReport report;

  AbcXyzModel(
      Provenance provenance,
      AbcLines lines,
      XyzLimits limits,
      DemandTable customers,
      Locale language) {
    this.provenance = provenance;
    this.lines = lines;
    this.limits = limits;
    this.measure = customers.measure();
    SegmentTexts texts = SegmentTexts.in(language);
    this.segments = LABELS.stream().map(label -> texts.of(label.name())).toList();
    this.report = new AbcXyzReport(lines, limits, segments, assign(customers), customers);
  }

  /** As it was when it was saved. */
  AbcXyzModel(
      Provenance provenance,
      AbcLines lines,
      XyzLimits limits,
      Variation measure,
      AbcXyzReport report) {
    this.provenance = provenance;
    this.lines = lines;
    this.limits = limits;
    this.measure = measure;
    this.segments = report.segments();
    this.report = report;
  }

  private static String name(AbcClass abc, XyzClass xyz) {
    return abc + (xyz == XyzClass.SINGLE_PURCHASE ? " " : "") + xyz.text();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /**
   * The twelve labels: A before B before C, and in each X, Y, Z, Single Purchase.
   *
   * @return {@code AX}, {@code AY}, {@code AZ}, {@code A Single Purchase}, {@code BX} …
   */
  @Override
  public List<SegmentLabel> labels() {
    return LABELS;
  }

  /**
   * What the segments mean and what to do about them, in the plan's language.
   *
   * @return a segment for each of {@link #labels()}, in that order
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * The class of a revenue.
   *
   * @param revenue money in all, in the log's currency
   * @return its class by the lines that were learnt
   */
  public AbcClass abc(double revenue) {
    return lines.of(revenue);
  }

  /**
   * The class of a variation.
   *
   * @param orders distinct orders, 1 or more
   * @param variation as the {@link #measure()} has it, {@code NaN} where unknown
   * @return its class
   */
  public XyzClass xyz(int orders, double variation) {
    return limits.of(orders, variation);
  }

  /**
   * The least revenue a customer needs for a class.
   *
   * @param abc the class
   * @return money in the log's currency; negative infinity for C
   */
  public double leastRevenue(AbcClass abc) {
    return switch (abc) {
      case A -> lines.a().lowest();
      case B -> lines.b().lowest();
      case C -> Double.NEGATIVE_INFINITY;
    };
  }

  /**
   * What the variation measures.
   *
   * @return the measure of the customers the model was learnt from
   */
  public Variation measure() {
    return measure;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidDataException if their variation is another measure than the model's
   */
  @Override
  public Assignments assign(DemandTable customers) {
    if (customers.measure() != measure) {
      throw new InvalidDataException(
          "the model knows "
              + measure
              + ", these customers have "
              + customers.measure()
              + "; extract them with Demand.withDefaults().variation(Variation."
              + measure
              + ")");
    }
    int[] labels = new int[customers.size()];
    for (int row = 0; row < labels.length; row++) {
      XyzClass xyz = limits.of(customers.orders(row), customers.variation(row));
      labels[row] = lines.of(customers.revenue(row)).place() * KINDS + xyz.place();
    }
    return new Assignments(customers, LABELS, labels);
  }

  @Override
  public AbcXyzReport report() {
    return report;
  }

  AbcLines lines() {
    return lines;
  }

  XyzLimits limits() {
    return limits;
  }

  /** Whether the other was learnt from the same data with the same result. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AbcXyzModel model
        && provenance.equals(model.provenance)
        && lines.equals(model.lines)
        && limits.equals(model.limits)
        && measure == model.measure
        && segments.equals(model.segments)
        && report.figures().equals(model.report.figures());
  }

  @Override
  public int hashCode() {
    return provenance.hashCode();
  }

  /** The report. */
  @Override
  public String toString() {
    return report.toString();
  }
}
