package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.DistinctIds;
import io.github.churnseg.internal.IdDictionary;
import io.github.churnseg.internal.Shown;
import io.github.churnseg.internal.Utf8;
import java.util.OptionalInt;

/** The ids of a log, which outlive its lines. */
record LogCustomerIds(IdDictionary ids) implements CustomerIds {

  static LogCustomerIds distinct(Iterable<String> ids) {
    DistinctIds distinct = new DistinctIds(new WrongId());
    ids.forEach(distinct::add);
    return new LogCustomerIds(distinct.all());
  }

  /** What is wrong with an id of a list, whose rows are counted from 1. */
  private record WrongId() implements DistinctIds.Refusal {

    @Override
    public InvalidDataException twice(String id, int first, int second) {
      return new InvalidDataException(
          "customer %s occurs twice, in rows %s and %s; give one row a customer"
              .formatted(Shown.value(id), first + 1, second + 1));
    }

    @Override
    public InvalidDataException noText(String id, int row) {
      return new InvalidDataException(
          "customer %s in row %s %s".formatted(Shown.value(id), row + 1, Utf8.PROBLEM));
    }
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
