package io.github.churnseg.rfm;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the numbers of an RFM table mean. It is part of every result, because "RFM" alone can be
 * read in half a dozen ways. Recency is always the number of whole days (24 hours, rounded down)
 * from the last purchase to the as-of moment.
 *
 * @param asOf the moment the numbers are true of, in the shop's local time; nothing where a table
 *     from elsewhere does not say
 * @param frequency what F counts
 * @param monetary what M is
 */
public record RfmConvention(Optional<LocalDateTime> asOf, Frequency frequency, Monetary monetary) {

  /**
   * Distinct orders and total money, as of the moment a date begins.
   *
   * @param date the as-of date
   * @return the convention
   */
  public static RfmConvention asOf(LocalDate date) {
    return asOf(date.atStartOfDay());
  }

  /**
   * Distinct orders and total money, as of a moment.
   *
   * @param moment the as-of moment, in the shop's local time
   * @return the convention
   */
  public static RfmConvention asOf(LocalDateTime moment) {
    return new RfmConvention(Optional.of(moment), Frequency.ORDERS, Monetary.TOTAL);
  }

  /**
   * Distinct orders and total money, for a table that does not say which date it is true of.
   *
   * @return the convention
   */
  public static RfmConvention undated() {
    return new RfmConvention(Optional.empty(), Frequency.ORDERS, Monetary.TOTAL);
  }

  /**
   * The same convention with another F.
   *
   * @param counted what F counts
   * @return a new convention
   */
  public RfmConvention frequency(Frequency counted) {
    return new RfmConvention(asOf, counted, monetary);
  }

  /**
   * The same convention with another M.
   *
   * @param measured what M is
   * @return a new convention
   */
  public RfmConvention monetary(Monetary measured) {
    return new RfmConvention(asOf, frequency, measured);
  }

  /**
   * Whether numbers of both conventions can be scored by the same cut points; the dates may differ.
   *
   * @param other another convention
   * @return true if F and M mean the same in both
   */
  public boolean comparableWith(RfmConvention other) {
    return frequency == other.frequency && monetary == other.monetary;
  }

  /** One line that says it in words. */
  @Override
  public String toString() {
    return asOf.map(moment -> "as of " + moment).orElse("as of an unstated date")
        + ": "
        + inWords(frequency, monetary);
  }

  static String inWords(Frequency frequency, Monetary monetary) {
    String counted =
        switch (frequency) {
          case ORDERS -> "orders";
          case DAYS -> "days with a purchase";
          case LINES -> "order lines";
          case REPEAT_DAYS -> "repeat days";
        };
    return "R = whole days since the last purchase, F = "
        + counted
        + ", M = "
        + (monetary == Monetary.TOTAL ? "total spent" : "mean per order");
  }
}
