package io.github.churnseg.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groups in words; every word stands for a comparison of numbers. */
final class GroupWords {

  /** Less than so many standard deviations from all customers is nothing to speak of. */
  static final double WORTH_SAYING = 0.25;

  /** A smaller share of a range comes from rounding. */
  private static final double ROUNDING = 1e-12;

  private GroupWords() {}

  static String sentence(
      Map<String, ColumnValues> all,
      Map<String, ColumnValues> own,
      List<Distinction> distinctions) {
    List<String> parts = new ArrayList<>();
    for (Distinction distinction : distinctions) {
      String column = distinction.column();
      ColumnValues of = own.get(column);
      ColumnValues everybody = all.get(column);
      boolean recency = GroupNames.isRfm(own) && column.equals("recency");
      boolean says = Math.abs(distinction.difference()) >= WORTH_SAYING || recency;
      if (says && of != null && everybody != null && parts.size() < 4) {
        parts.add(
            GroupNames.isRfm(own) ? rfm(column, of, everybody) : plain(distinction, of, everybody));
      }
    }
    return parts.isEmpty() ? "like all customers" : String.join(", ", parts);
  }

  private static String rfm(String column, ColumnValues own, ColumnValues all) {
    return switch (column) {
      case "recency" -> "last seen " + number(own.median()) + " days ago";
      case "frequency" ->
          "%s (%s times against %s)"
              .formatted(
                  own.mean() >= all.mean() ? "buys often" : "buys seldom",
                  number(own.mean()),
                  number(all.mean()));
      case "monetary" -> spends(own.median(), all.median());
      default -> plain(new Distinction(column, own.mean() - all.mean()), own, all);
    };
  }

  private static String spends(double own, double all) {
    return all > 0
        ? "spends %s times the median".formatted(String.format(Locale.ROOT, "%.1f", own / all))
        : "spends %s (median)".formatted(number(own));
  }

  private static String plain(Distinction distinction, ColumnValues own, ColumnValues all) {
    return "%s %s (%s against %s)"
        .formatted(
            distinction.difference() >= 0 ? "high" : "low",
            distinction.column(),
            mean(own, all),
            mean(all, all));
  }

  /** A mean that is nothing beside the range of all values is 0 but for rounding. */
  private static String mean(ColumnValues values, ColumnValues all) {
    double nothing = ROUNDING * all.quantile(1) - ROUNDING * all.least();
    double mean = values.mean();
    return number(Math.abs(mean) < nothing ? 0 : mean);
  }

  /** Two decimals, as of money, where that tells something. */
  static String decimals(double value) {
    double size = Math.abs(value);
    boolean plain = size < 1e12 && (size >= 0.005 || size == 0);
    return plain ? String.format(Locale.ROOT, "%,.2f", value) : number(value);
  }

  /** Three figures that tell, no more. */
  static String number(double value) {
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return "–";
    }
    if (size >= 1e12 || (size > 0 && size < 1e-3)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    String format = size >= 100 ? "%,.0f" : size >= 1 || size == 0 ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
