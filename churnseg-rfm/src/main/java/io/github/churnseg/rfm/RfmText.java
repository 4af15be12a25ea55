package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How this module prints tables, money, shares and counts. */
final class RfmText {

  private static final int SHOWN = 10;
  private static final double MILLION = 1e6;

  private RfmText() {}

  static String of(RfmTable rfm) {
    TextTable head = TextTable.of("customer", "recency", "frequency", "monetary");
    for (int row = 0; row < Math.min(SHOWN, rfm.size()); row++) {
      head.row(
          rfm.id(row),
          Integer.toString(rfm.recency(row)),
          Integer.toString(rfm.frequency(row)),
          money(rfm.monetary(row)));
    }
    return head + inAll(rfm.size(), SHOWN) + footer(rfm);
  }

  /** How many customers there are, after a head of at most {@code shown}. */
  static String inAll(int size, int shown) {
    return (size > shown ? "… " : "")
        + count(size)
        + (size == 1 ? " customer in all\n" : " customers in all\n");
  }

  /** The convention, and who was left out. */
  static String footer(RfmTable rfm) {
    int without = rfm.withoutPurchase();
    return rfm.convention()
        + "\n"
        + (without == 0 ? "" : "left out: " + count(without) + " with returns only\n");
  }

  static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share as percent; empty where there is none. */
  static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /** Money in few places: whole units from a thousand on, millions from a hundred of them on. */
  static String brief(double amount) {
    if (Double.isNaN(amount)) {
      return "";
    }
    double size = Math.abs(amount);
    if (size >= 100 * MILLION) {
      return String.format(Locale.ROOT, "%,.1fM", amount / MILLION);
    }
    return String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : "%.2f", amount);
  }

  /** A number with at most two decimals and no more than it needs. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
