package io.github.churnseg.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a log, one entry a line; shared between logs, never changed. */
final class LineColumns {

  final IdDictionary customerIds;
  final int[] customer;

  /** Null, like {@link #order}, where each line is an order of its own. */
  final @Nullable IdDictionary orderIds;

  final int @Nullable [] order;
  final long[] epochMillis;
  final Amounts amounts;
  final Map<String, TextAttribute> texts;
  final Map<String, double[]> numbers;

  LineColumns(
      IdDictionary customerIds,
      int[] customer,
      @Nullable IdDictionary orderIds,
      int @Nullable [] order,
      long[] epochMillis,
      Amounts amounts,
      Map<String, TextAttribute> texts,
      Map<String, double[]> numbers) {
    this.customerIds = customerIds;
    this.customer = customer;
    this.orderIds = orderIds;
    this.order = order;
    this.epochMillis = epochMillis;
    this.amounts = amounts;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** A text column: numbers into a dictionary, -1 where a value is missing. */
  static final class TextAttribute {
    final IdDictionary values;
    final int[] valueOfLine;

    TextAttribute(IdDictionary values, int[] valueOfLine) {
      this.values = values;
      this.valueOfLine = valueOfLine;
    }
  }

  int size() {
    return customer.length;
  }

  LineColumns select(int[] lines) {
    Map<String, TextAttribute> someTexts = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            someTexts.put(name, new TextAttribute(text.values, pick(text.valueOfLine, lines))));
    Map<String, double[]> someNumbers = new LinkedHashMap<>();
    numbers.forEach((name, values) -> someNumbers.put(name, pick(values, lines)));
    return new LineColumns(
        customerIds,
        pick(customer, lines),
        orderIds,
        order == null ? null : pick(order, lines),
        pick(epochMillis, lines),
        amounts.select(lines),
        someTexts,
        someNumbers);
  }

  private static int[] pick(int[] values, int[] lines) {
    int[] picked = new int[lines.length];
    for (int i = 0; i < lines.length; i++) {
      picked[i] = values[lines[i]];
    }
    return picked;
  }

  private static long[] pick(long[] values, int[] lines) {
    long[] picked = new long[lines.length];
    for (int i = 0; i < lines.length; i++) {
      picked[i] = values[lines[i]];
    }
    return picked;
  }

  private static double[] pick(double[] values, int[] lines) {
    double[] picked = new double[lines.length];
    for (int i = 0; i < lines.length; i++) {
      picked[i] = values[lines[i]];
    }
    return picked;
  }
}
