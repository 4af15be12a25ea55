package io.github.churnseg.data;

import io.github.churnseg.internal.IdDictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a log, one entry a line; shared between logs, never changed.
 *
 * @param orderIds null, like {@code order}, where each line is an order of its own
 * @param owners null where they are to be found from the lines
 * @param lastMillis the time of the latest line; meaningless where there is none
 */
record LineColumns(
    IdDictionary customerIds,
    IntChunks customer,
    @Nullable IdDictionary orderIds,
    @Nullable IntChunks order,
    @Nullable OrderOwners owners,
    LongChunks epochMillis,
    long lastMillis,
    Amounts amounts,
    Map<String, TextAttribute> texts,
    Map<String, DoubleChunks> numbers) {

  /** A text column: numbers into a dictionary, -1 where a value is missing. */
  record TextAttribute(IdDictionary values, IntChunks valueOfLine) {}

  int size() {
    return customer.size();
  }

  LineColumns select(IntChunks lines) {
    Map<String, TextAttribute> someTexts = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            someTexts.put(name, new TextAttribute(text.values, text.valueOfLine.select(lines))));
    Map<String, DoubleChunks> someNumbers = new LinkedHashMap<>();
    numbers.forEach((name, values) -> someNumbers.put(name, values.select(lines)));
    LongChunks times = epochMillis.select(lines);
    return new LineColumns(
        customerIds,
        customer.select(lines),
        orderIds,
        order == null ? null : order.select(lines),
        null,
        times,
        latest(times),
        amounts.select(lines),
        someTexts,
        someNumbers);
  }

  LineColumns with(Amounts others) {
    return new LineColumns(
        customerIds,
        customer,
        orderIds,
        order,
        null,
        epochMillis,
        lastMillis,
        others,
        texts,
        numbers);
  }

  /** Numbers customers and orders anew, by first appearance and without those that have no line. */
  LineColumns renumbered() {
    IdDictionary fewerCustomers = new IdDictionary();
    IntChunks customers = renumber(customer, customerIds, fewerCustomers);
    IdDictionary fewerOrders = orderIds == null ? null : new IdDictionary();
    IntChunks orders =
        order == null || orderIds == null || fewerOrders == null
            ? null
            : renumber(order, orderIds, fewerOrders);
    return new LineColumns(
        fewerCustomers,
        customers,
        fewerOrders,
        orders,
        null,
        epochMillis,
        lastMillis,
        amounts,
        texts,
        numbers);
  }

  private static IntChunks renumber(IntChunks numbers, IdDictionary ids, IdDictionary fewer) {
    int[] newNumber = new int[ids.size()];
    IntChunks renumbered = new IntChunks();
    for (int line = 0; line < numbers.size(); line++) {
      int old = numbers.get(line);
      if (newNumber[old] == 0) {
        newNumber[old] = 1 + fewer.add(ids.get(old));
      }
      renumbered.add(newNumber[old] - 1);
    }
    fewer.trim();
    return renumbered.trim();
  }

  static long latest(LongChunks times) {
    long last = Long.MIN_VALUE;
    for (int line = 0; line < times.size(); line++) {
      last = Math.max(last, times.get(line));
    }
    return last;
  }
}
