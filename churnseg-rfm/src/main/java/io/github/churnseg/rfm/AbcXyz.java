package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.Segmenter;
import java.util.Locale;
import java.util.Optional;

/**
 * ABC-XYZ: who carries the revenue, crossed with how steadily they buy. Immutable and safe to share
 * between threads.
 *
 * <pre>{@code
 * DemandTable demand = Demand.withDefaults().extract(log.asOf(LocalDate.of(2018, 9, 1)));
 * AbcXyzModel model = AbcXyz.withDefaults().fit(demand);
 * model.report();        // AX, AY, AZ, A Single Purchase, BX, ...
 * model.assign(demand);
 * }</pre>
 *
 * <p><b>ABC.</b> Customers in descending order of revenue are A until they hold 80 % of it, B until
 * they hold 95 %, and C after that. Whoever crosses a line belongs above it, so a single customer
 * with more than 80 % is A. Customers of equal revenue have the same class: they cross a line
 * together. A customer with no revenue left after returns is C and does not lower the total that
 * the shares are of. The least revenue of A and of B is learnt, and later customers are classed by
 * it, not by their own distribution.
 *
 * <p><b>XYZ.</b> By the {@link Variation} that {@link Demand} measures: X up to 0.5, Y up to 1, Z
 * above. These are the wider limits in use; 0.10 and 0.25, which are also common in stock keeping,
 * are drawn for goods that sell daily to many and would make nearly every customer Z. A coefficient
 * of 1 is that of amounts which are exponentially distributed, so Z buys less regularly than pure
 * chance. A customer with a single order is neither: their class is Single Purchase. One with
 * several orders but too few months for {@link Variation#MONTHLY_DEMAND} is Z.
 *
 * <p>Cost of fitting: a sort of the revenues.
 */
public final class AbcXyz implements Segmenter<DemandTable> {

  private static final double LIMIT_A = 0.80;
  private static final double LIMIT_B = 0.95;
  private static final XyzLimits RELATIVE = new XyzLimits(0.5, 1);

  private static final AbcXyz DEFAULTS =
      new AbcXyz(LIMIT_A, LIMIT_B, Optional.empty(), Locale.ENGLISH);

  private final double limitA;
  private final double limitB;
  private final Optional<XyzLimits> xyz;
  private final Locale language;

  private AbcXyz(double limitA, double limitB, Optional<XyzLimits> xyz, Locale language) {
    this.limitA = limitA;
    this.limitB = limitB;
    this.xyz = xyz;
    this.language = language;
  }

  /**
   * ABC at 80 and 95 % of revenue, XYZ at coefficients of variation of 0.5 and 1.
   *
   * @return the plan
   */
  public static AbcXyz withDefaults() {
    return DEFAULTS;
  }

  /**
   * Draws the ABC lines elsewhere.
   *
   * @param a share of revenue that A holds, above 0
   * @param b share of revenue that A and B hold together, above {@code a}, at most 1
   * @return a new plan
   */
  public AbcXyz abcLimits(double a, double b) {
    if (!(0 < a && a < b && b <= 1)) {
      throw new IllegalArgumentException(
          "ABC limits are shares of revenue with 0 < a < b <= 1, seen a=" + a + ", b=" + b);
    }
    return new AbcXyz(a, b, xyz, language);
  }

  /**
   * Draws the XYZ limits elsewhere.
   *
   * @param x the greatest variation of X, 0 or more; in money for {@link Variation#ORDER_DEVIATION}
   * @param y the greatest variation of Y, above {@code x}
   * @return a new plan
   */
  public AbcXyz xyzLimits(double x, double y) {
    return new AbcXyz(limitA, limitB, Optional.of(new XyzLimits(x, y)), language);
  }

  /**
   * Chooses the language of descriptions and actions; names stay the same.
   *
   * @param locale English (the default) or Russian
   * @return a new plan
   * @throws IllegalArgumentException if no texts ship in this language
   */
  public AbcXyz in(Locale locale) {
    SegmentTexts.in(locale);
    return new AbcXyz(limitA, limitB, xyz, locale);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidDataException if no customer has a positive revenue
   * @throws IllegalArgumentException if the variation is in money and no limits were given
   */
  @Override
  public AbcXyzModel fit(DemandTable customers) {
    return fit(customers, Progress.NONE);
  }

  @Override
  public AbcXyzModel fit(DemandTable customers, Progress progress) {
    if (customers.size() == 0) {
      throw new InvalidDataException(
          "no customers to segment; the log holds no purchase up to the as-of date");
    }
    Interruption.check("ABC-XYZ");
    XyzLimits limits = limitsFor(customers.measure());
    AbcLines lines = AbcLines.of(customers.numeric("revenue"), limitA, limitB);
    AbcXyzModel model =
        new AbcXyzModel(Provenance.of(toString(), customers), lines, limits, customers, language);
    progress.update("abc-xyz", 1);
    return model;
  }

  /** The settings. */
  @Override
  public String toString() {
    return "ABC-XYZ, A to %s and B to %s of revenue%s"
        .formatted(
            limitA,
            limitB,
            xyz.map(l -> ", X to %s and Y to %s".formatted(l.x(), l.y())).orElse(""));
  }

  private XyzLimits limitsFor(Variation measure) {
    if (xyz.isPresent()) {
      return xyz.get();
    }
    if (measure == Variation.ORDER_DEVIATION) {
      throw new IllegalArgumentException(
          "the variation is measured in money, for which there are no default limits; give"
              + " xyzLimits(x, y) in the currency of the log");
    }
    return RELATIVE;
  }
}
