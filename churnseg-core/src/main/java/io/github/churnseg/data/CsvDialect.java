package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The separator of a file, and the columns it makes. */
record CsvDialect(char separator, CsvHeader header) {

  /** How the first records look with one separator; at least one of them is whole. */
  private record Reading(char separator, List<String[]> records) {

    int width() {
      return records.get(0).length;
    }

    long found(Collection<String> wanted) {
      List<String> names = Arrays.stream(records.get(0)).map(String::strip).toList();
      return wanted.stream().filter(names::contains).count();
    }

    boolean isRegular(int width) {
      return records.stream().allMatch(fields -> fields.length == width);
    }

    @Override
    public String toString() {
      return (separator == '\t' ? "tab" : "'" + separator + "'") + " makes " + width() + " columns";
    }
  }

  /**
   * Takes the separator given, or the only one that makes all the columns wanted; among several
   * those that cut each of the first records into as many fields as there are columns.
   */
  static CsvDialect prove(CsvHead head, CsvFormat format, Collection<String> wanted) {
    if (format.separator != null) {
      return of(head, format, format.separator);
    }
    List<Reading> all =
        Stream.of(',', ';', '\t', '|')
            .map(candidate -> new Reading(candidate, head.records(candidate)))
            .toList();
    List<Reading> left = all.stream().filter(reading -> !reading.records.isEmpty()).toList();
    if (format.hasHeaderLine() && !wanted.isEmpty()) {
      left = withMostColumnsFound(left, wanted);
    }
    Optional<Reading> broken =
        all.stream().filter(reading -> reading.records.isEmpty()).findFirst();
    if (broken.isPresent() && left.stream().allMatch(reading -> reading.width() == 1)) {
      // the separator is probably the one by which the first record breaks the grammar
      throw head.noRecord(broken.get().separator);
    }
    int given = format.header.size();
    left = keepIfAny(left, reading -> reading.isRegular(given == 0 ? reading.width() : given));
    left = keepIfAny(left, reading -> reading.width() > 1);
    if (left.size() > 1 && left.get(0).width() > 1) {
      throw undecided(head, left);
    }
    return of(head, format, left.get(0).separator);
  }

  private static List<Reading> withMostColumnsFound(
      List<Reading> readings, Collection<String> wanted) {
    long most = readings.stream().mapToLong(reading -> reading.found(wanted)).max().orElse(0);
    if (most == 0) {
      // none fits: the error about it shows the reading with the most columns
      Comparator<Reading> byWidth = Comparator.comparingInt(Reading::width);
      return readings.stream().sorted(byWidth.reversed()).limit(1).toList();
    }
    return readings.stream().filter(reading -> reading.found(wanted) == most).toList();
  }

  private static List<Reading> keepIfAny(List<Reading> readings, Predicate<Reading> condition) {
    List<Reading> kept = readings.stream().filter(condition).toList();
    return kept.isEmpty() ? readings : kept;
  }

  private static CsvDialect of(CsvHead head, CsvFormat format, char separator) {
    List<String[]> records = head.records(separator);
    if (!format.hasHeaderLine()) {
      return new CsvDialect(separator, new CsvHeader(head.place, format.header));
    }
    if (records.isEmpty()) {
      throw head.noRecord(separator);
    }
    return new CsvDialect(separator, new CsvHeader(head.place, Arrays.asList(records.get(0))));
  }

  private static InvalidDataException undecided(CsvHead head, List<Reading> left) {
    return new InvalidDataException(
        head.place.atLine(1),
        "the separator is open: "
            + left.stream().map(Reading::toString).collect(Collectors.joining(", "))
            + ", and each fits all rows; give it with CsvFormat.separator(char)");
  }
}
