package io.github.churnseg.classify;

import io.github.churnseg.features.Categories;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** A condition on whom to contact. */
interface TargetRule {

  /** The condition on risks as they are; its text says the bound that a quantile came to. */
  Bound bind(Risks risks, TargetColumns columns);

  /**
   * A condition with its numbers.
   *
   * @param shown what to call it in counts
   * @param holds whether a row meets it
   */
  record Bound(String shown, IntPredicate holds) {}

  static TargetRule min(String column, double least) {
    return new Limit(column, "≥", (value, bound) -> value >= bound, least, false);
  }

  static TargetRule max(String column, double most) {
    return new Limit(column, "≤", (value, bound) -> value <= bound, most, false);
  }

  static TargetRule minQuantile(String column, double share) {
    return new Limit(column, "≥", (value, bound) -> value >= bound, share, true);
  }

  static TargetRule maxQuantile(String column, double share) {
    return new Limit(column, "≤", (value, bound) -> value <= bound, share, true);
  }

  static TargetRule is(String column, List<String> values) {
    return new OneOf(column, values);
  }

  static TargetRule except(Set<String> ids) {
    return new Except(ids);
  }

  static TargetRule pays(TargetRank rank) {
    return new Pays(rank);
  }

  /** What the rank expects is above 0. */
  record Pays(TargetRank rank) implements TargetRule {

    @Override
    public Bound bind(Risks risks, TargetColumns columns) {
      double[] scores = rank.scores().apply(columns);
      return new Bound(toString(), row -> scores[row] > 0);
    }

    @Override
    public String toString() {
      return rank.name() + " > 0";
    }
  }

  /** A number compared with a bound or a quantile; {@code NaN} compares with nothing. */
  record Limit(
      String column,
      String sign,
      BiPredicate<Double, Double> holds,
      double number,
      boolean quantile)
      implements TargetRule {

    @Override
    public Bound bind(Risks risks, TargetColumns columns) {
      double[] values = columns.numbers(column);
      double bound = quantile ? TargetColumns.quantile(values, number) : number;
      String shown =
          quantile ? this + String.format(Locale.ROOT, " = %s", digits(bound)) : toString();
      return new Bound(shown, row -> holds.test(values[row], bound));
    }

    private static String digits(double value) {
      return String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    public String toString() {
      String bound = quantile ? "quantile " + number : Double.toString(number);
      return column + " " + sign + " " + bound;
    }
  }

  /** One of some categories. */
  record OneOf(String column, List<String> values) implements TargetRule {

    @Override
    public Bound bind(Risks risks, TargetColumns columns) {
      Categories categories = columns.categories(column);
      return new Bound(
          toString(), row -> categories.value(row).filter(values::contains).isPresent());
    }

    @Override
    public String toString() {
      return column + " is " + String.join(" or ", values);
    }
  }

  /** None of some customers. */
  record Except(Set<String> ids) implements TargetRule {

    @Override
    public Bound bind(Risks risks, TargetColumns columns) {
      return new Bound(toString(), row -> !ids.contains(risks.id(row)));
    }

    @Override
    public String toString() {
      return "not among " + ids.size() + " left out by id";
    }
  }
}
