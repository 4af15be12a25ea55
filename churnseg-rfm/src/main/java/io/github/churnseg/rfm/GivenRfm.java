package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.CustomerIds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Checks and takes in numbers that somebody else has derived. */
final class GivenRfm {

  private GivenRfm() {}

  static RfmTable table(
      List<String> ids,
      int[] recency,
      int[] frequency,
      double[] monetary,
      RfmConvention convention) {
    checkLengths(ids.size(), recency.length, frequency.length, monetary.length);
    int fewest = convention.frequency() == Frequency.REPEAT_DAYS ? 0 : 1;
    for (int row = 0; row < recency.length; row++) {
      if (recency[row] < 0) {
        throw outOfRange("recency", row, recency[row], "0 or more days; cut later purchases first");
      }
      if (frequency[row] < fewest) {
        throw outOfRange(
            "frequency", row, frequency[row], fewest + " or more; leave out who never bought");
      }
      if (!Double.isFinite(monetary[row])) {
        throw outOfRange("monetary", row, monetary[row], "finite; leave the row out or repair it");
      }
    }
    Buyers buyers = Buyers.all(CustomerIds.of(ids));
    RfmColumns columns = columns(recency, frequency, monetary, convention);
    return new RfmTable(buyers, columns, convention, 0, Optional::empty);
  }

  private static void checkLengths(int ids, int recency, int frequency, int monetary) {
    if (ids != recency || ids != frequency || ids != monetary) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "%d ids, %d recencies, %d frequencies, %d monetary values; give one of each a customer",
              ids,
              recency,
              frequency,
              monetary));
    }
  }

  private static InvalidDataException outOfRange(
      String column, int row, Object value, String allowed) {
    return new InvalidDataException(
        column + " in row " + (row + 1) + " is " + value + " but must be " + allowed);
  }

  /** Orders and revenue are known where F and M are those, or give them. */
  private static RfmColumns columns(
      int[] recency, int[] frequency, double[] monetary, RfmConvention convention) {
    boolean orders = convention.frequency() == Frequency.ORDERS;
    double[] revenue = monetary;
    if (convention.monetary() == Monetary.MEAN_PER_ORDER) {
      revenue = new double[recency.length];
      Arrays.setAll(revenue, row -> orders ? monetary[row] * frequency[row] : Double.NaN);
    }
    return new RfmColumns(
        recency, frequency, monetary, orders ? frequency : unknown(recency.length), revenue);
  }

  private static int[] unknown(int rows) {
    int[] unknown = new int[rows];
    Arrays.fill(unknown, RfmColumns.UNKNOWN_ORDERS);
    return unknown;
  }

  static List<String> texts(Table table, String name) {
    Column<?> column = column(table, name);
    List<String> texts = new ArrayList<>(column.size());
    for (int row = 0; row < column.size(); row++) {
      if (column.isMissing(row)) {
        throw missing(name, row);
      }
      texts.add(String.valueOf(column.get(row)));
    }
    return texts;
  }

  static int[] wholeNumbers(Table table, String name) {
    double[] numbers = numbers(table, name);
    int[] whole = new int[numbers.length];
    for (int row = 0; row < whole.length; row++) {
      whole[row] = (int) numbers[row];
      if (whole[row] != numbers[row]) {
        throw outOfRange(name, row, numbers[row], "a whole number below 2^31; round it first");
      }
    }
    return whole;
  }

  static double[] numbers(Table table, String name) {
    Column<?> column = column(table, name);
    if (!(column instanceof NumericColumn<?> numeric)) {
      throw new InvalidDataException(
          "column '" + name + "' holds " + column.type() + " but must hold numbers");
    }
    double[] numbers = new double[column.size()];
    for (int row = 0; row < numbers.length; row++) {
      if (numeric.isMissing(row)) {
        throw missing(name, row);
      }
      numbers[row] = numeric.getDouble(row);
    }
    return numbers;
  }

  private static InvalidDataException missing(String column, int row) {
    return new InvalidDataException(
        column + " in row " + (row + 1) + " is missing; leave the row out or repair it");
  }

  private static Column<?> column(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidDataException(
                    "no column '" + name + "'; the table has " + table.columnNames()));
  }
}
