package io.github.churnseg.data;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of an order: who bought, when, for how much. Immutable.
 *
 * <pre>{@code
 * Purchase.of("c-17", "o-1", LocalDateTime.parse("2026-03-01T10:15"), 19.90).with("city", "Riga")
 * }</pre>
 *
 * @param customer the customer's id; text, kept as it is
 * @param order the order's id; lines of one order share it
 * @param time when it was bought, in the shop's local time
 * @param amount money for the whole line, in one currency; negative for a return
 * @param texts named text attributes, such as {@code category}
 * @param numbers named numeric attributes, such as {@code freight}
 */
public record Purchase(
    String customer,
    String order,
    LocalDateTime time,
    BigDecimal amount,
    Map<String, String> texts,
    Map<String, Double> numbers) {

  /**
   * Copies the attributes.
   *
   * @param customer the customer's id
   * @param order the order's id
   * @param time when it was bought
   * @param amount money for the whole line
   * @param texts named text attributes
   * @param numbers named numeric attributes
   */
  public Purchase {
    // not Map.copyOf: its order changes from run to run, and attributes are listed in order
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * A line without attributes.
   *
   * @param customer the customer's id
   * @param order the order's id
   * @param time when it was bought, in the shop's local time
   * @param amount money for the whole line; read as the shortest decimal that gives this double
   * @return the line
   */
  public static Purchase of(String customer, String order, LocalDateTime time, double amount) {
    return new Purchase(customer, order, time, BigDecimal.valueOf(amount), Map.of(), Map.of());
  }

  /**
   * The same line with one more text attribute.
   *
   * @param name the attribute's name
   * @param value its value
   * @return a new line
   */
  public Purchase with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(texts);
    more.put(name, value);
    return new Purchase(customer, order, time, amount, more, numbers);
  }

  /**
   * The same line with one more numeric attribute.
   *
   * @param name the attribute's name
   * @param value its value
   * @return a new line
   */
  public Purchase with(String name, double value) {
    Map<String, Double> more = new LinkedHashMap<>(numbers);
    more.put(name, value);
    return new Purchase(customer, order, time, amount, texts, more);
  }
}
