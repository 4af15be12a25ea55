package io.github.churnseg.data;

import java.util.OptionalInt;

/**
 * The customers' ids by number, without the lines of the log. Immutable; shared between a log and
 * all that is derived from it, so that a table of customers need not hold a text for each.
 */
public interface CustomerIds {

  /**
   * How many customers there are.
   *
   * @return customers are numbered from 0 to this minus 1
   */
  int size();

  /**
   * The id of a customer.
   *
   * @param customer the customer's number
   * @return the id, as it was read
   */
  String get(int customer);

  /**
   * The number of a customer.
   *
   * @param id the id
   * @return the number, or nothing if there is no such customer
   */
  OptionalInt find(String id);

  /**
   * Numbers ids in their order.
   *
   * @param ids texts, none twice
   * @return the ids, numbered from 0
   * @throws io.github.churnseg.InvalidDataException if an id occurs twice or is no text (it holds
   *     half of a surrogate pair); the message names it
   */
  static CustomerIds of(Iterable<String> ids) {
    return LogCustomerIds.distinct(ids);
  }
}
