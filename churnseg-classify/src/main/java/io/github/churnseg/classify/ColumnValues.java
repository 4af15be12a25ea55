package io.github.churnseg.classify;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** One column of customers, as numbers that compare and as texts that read. */
final class ColumnValues {

  private final Optional<Categories> categories;
  private final double[] numbers;

  private ColumnValues(Optional<Categories> categories, double[] numbers) {
    this.categories = categories;
    this.numbers = numbers;
  }

  static ColumnValues of(CustomerFeatures customers, String column) {
    if (!customers.categoricalColumns().contains(column)) {
      return new ColumnValues(Optional.empty(), customers.numeric(column));
    }
    Categories categories = customers.categorical(column);
    double[] places = new double[categories.size()];
    for (int row = 0; row < places.length; row++) {
      places[row] = categories.level(row) < 0 ? Double.NaN : categories.level(row);
    }
    return new ColumnValues(Optional.of(categories), places);
  }

  int size() {
    return numbers.length;
  }

  Optional<Categories> categories() {
    return categories;
  }

  /** Whether more and less mean something: numbers and ordered categories. */
  boolean hasOrder() {
    return categories.map(Categories::isOrdered).orElse(true);
  }

  /** The value, or the place of its category; {@code NaN} where it is missing. */
  double number(int row) {
    return numbers[row];
  }

  double[] numbers() {
    return numbers.clone();
  }

  String text(int row) {
    return text(numbers[row]);
  }

  /** A value, or the category at a place. */
  String text(double number) {
    if (Double.isNaN(number)) {
      return "missing";
    }
    return categories.map(all -> all.levels().get((int) number)).orElseGet(() -> shown(number));
  }

  /** With as many digits as one reads: 4957.5, 0.2431, 12. */
  static String shown(double number) {
    if (!Double.isFinite(number)) {
      return String.format(Locale.ROOT, "%s", number);
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    BigDecimal rounded =
        Math.abs(number) >= 1000
            ? exact.setScale(1, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(4, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
