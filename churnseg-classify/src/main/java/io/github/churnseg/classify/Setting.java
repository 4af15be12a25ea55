package io.github.churnseg.classify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/**
 * One setting of a plan that a search varies.
 *
 * @param name for the report
 * @param values how many there are to choose from, or {@link #RANGE}
 * @param choices the choice at a place: the number of a value, or 0 to 1 within a range
 */
record Setting<C>(String name, int values, DoubleFunction<Choice<C>> choices) {

  /** Any number within two ends. */
  static final int RANGE = 0;

  /** Three digits are all that matters of a drawn number, and all that is read. */
  private static final MathContext DIGITS = new MathContext(3);

  /**
   * One value of a setting.
   *
   * @param shown for the report
   * @param with sets it
   */
  record Choice<C>(String shown, UnaryOperator<C> with) {}

  Choice<C> at(double place) {
    return choices.apply(place);
  }

  boolean isRange() {
    return values == RANGE;
  }

  /** How far from the simplest value, 0 to 1. */
  double share(double place) {
    return isRange() ? place : values == 1 ? 0 : place / (values - 1);
  }

  static double rounded(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
  }
}
