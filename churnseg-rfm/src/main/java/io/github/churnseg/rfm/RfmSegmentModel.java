package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import java.util.List;
import java.util.Optional;

/**
 * RFM segments whose cut points have been learnt: scores any customers, then and later, by the same
 * rule. Immutable and safe to share between threads; holds no customer.
 */
public final class RfmSegmentModel implements SegmentModel<RfmTable> {

  private final Provenance provenance;
  private final RfmScoring scoring;
  private final RfmSegmentReport report;

  RfmSegmentModel(Provenance provenance, RfmScoring scoring, RfmSegmentReport report) {
    this.provenance = provenance;
    this.scoring = scoring;
    this.report = report;
  }

  /**
   * What the numbers mean that this model was learnt from.
   *
   * @return the convention
   */
  public RfmConvention convention() {
    return scoring.convention();
  }

  /**
   * The cut points of a dimension.
   *
   * @param dimension which one
   * @return values, ascending; a value that equals a cut belongs to the lower side of it
   */
  public List<Double> cuts(Dimension dimension) {
    return scoring.cuts(dimension).values();
  }

  /**
   * Which scores make which segment.
   *
   * @return the map
   */
  public SegmentMap map() {
    return scoring.map();
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  /** The names of the map, in its order; some may have no customer. */
  @Override
  public List<SegmentLabel> labels() {
    return scoring.labels();
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidDataException if F or M of the customers mean something else than they did when
   *     the model was learnt
   */
  @Override
  public Assignments assign(RfmTable customers) {
    short[] cells = scoring.cells(customers);
    int[] labelOfRow = new int[cells.length];
    for (int row = 0; row < cells.length; row++) {
      labelOfRow[row] = scoring.segment(cells[row]);
    }
    return new Assignments(customers, labels(), labelOfRow);
  }

  /**
   * The scores of customers, with segment, weighted score and risk tier.
   *
   * @param customers any number of customers
   * @return the scores, in the same order
   * @throws InvalidDataException if F or M of the customers mean something else than they did when
   *     the model was learnt
   */
  public RfmScores scores(RfmTable customers) {
    return new RfmScores(customers, scoring);
  }

  /** Three columns: the scores R, F and M. */
  @Override
  public Optional<CustomerFeatures> scoreColumns(RfmTable customers) {
    return Optional.of(new RfmScoreColumns(scores(customers)));
  }

  /**
   * The scores of one customer; takes well under a microsecond.
   *
   * @param recency days since the last purchase
   * @param frequency purchases, as the convention counts them
   * @param monetary money, as the convention measures it
   * @return scores, segment, weighted score and risk tier
   * @throws InvalidDataException if a number is NaN
   */
  public RfmScore score(double recency, double frequency, double monetary) {
    if (Double.isNaN(recency) || Double.isNaN(frequency) || Double.isNaN(monetary)) {
      throw new InvalidDataException(
          "cannot score recency "
              + recency
              + ", frequency "
              + frequency
              + ", monetary "
              + monetary
              + "; give all three numbers");
    }
    return scoring.score(scoring.cell(recency, frequency, monetary));
  }

  @Override
  public RfmSegmentReport report() {
    return report;
  }

  RfmScoring scoring() {
    return scoring;
  }

  /** Whether the other was learnt from the same data, scores alike and reports the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RfmSegmentModel model
        && provenance.equals(model.provenance)
        && scoring.sameAs(model.scoring)
        && report.equals(model.report);
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
