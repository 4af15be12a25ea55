package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.OptionalInt;

/** The ids of a log, which outlive its lines. */
record LogCustomerIds(IdDictionary ids) implements CustomerIds {

  static LogCustomerIds distinct(Iterable<String> ids) {
    IdDictionary dictionary = new IdDictionary();
    int row = 0;
    for (String id : ids) {
      if (dictionary.add(id) != row) {
        throw new InvalidDataException(
            "customer '"
                + id
                + "' occurs twice, in rows "
                + (dictionary.find(id) + 1)
                + " and "
                + (row + 1)
                + "; give one row a customer");
      }
      row++;
    }
    return new LogCustomerIds(dictionary);
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public String get(int customer) {
    return ids.get(customer);
  }

  @Override
  public OptionalInt find(String id) {
    int number = ids.find(id);
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
