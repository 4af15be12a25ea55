package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Which row of a long table fills which cell of the wide one. */
final class WideCells {

  /** More distinct periods than this are no periods, and would make a table of mostly nothing. */
  private static final int MOST_PERIODS = 1000;

  private final List<String> periods;
  private final int[] firstRows;

  /** By period, then id: the row, below zero where there is none. */
  private final int[][] rows;

  private WideCells(List<String> periods, int[] firstRows, int[][] rows) {
    this.periods = periods;
    this.firstRows = firstRows;
    this.rows = rows;
  }

  static WideCells of(
      Table table, List<String> id, String period, Optional<List<String>> givenPeriods) {
    Groups ids = Groups.of(table, id);
    Groups found = Groups.of(table, List.of(period));
    List<String> names = names(table, period, found);
    List<String> periods = givenPeriods.orElse(names);
    int[] place = places(table, period, names, found, periods);

    int[][] rows = new int[periods.size()][ids.size()];
    for (int[] some : rows) {
      Arrays.fill(some, -1);
    }
    Duplicates duplicates = new Duplicates(table, id, period);
    int[] placeOfRow = placeOfRow(found, place, table.rowCount());
    for (int group = 0; group < ids.size(); group++) {
      for (int at = ids.start(group); at < ids.end(group); at++) {
        int row = ids.row(at);
        int[] cells = rows[placeOfRow[row]];
        if (cells[group] >= 0) {
          duplicates.add(cells[group], row);
        }
        cells[group] = row;
      }
    }
    duplicates.refuse();
    return new WideCells(periods, ids.firstRows(), rows);
  }

  /** The periods in the data, as they print. */
  private static List<String> names(Table table, String period, Groups found) {
    if (found.size() > MOST_PERIODS) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "column '%s' of %s has %,d distinct values, more than the %,d columns a wide table may"
                  + " have; reduce it to periods first",
              period,
              TableColumns.nameOf(table),
              found.size(),
              MOST_PERIODS));
    }
    Column<?> column = TableColumns.one(table, period);
    List<String> names = new ArrayList<>();
    for (int row : found.firstRows()) {
      names.add(column.getUnformattedString(row));
    }
    return names;
  }

  /** The place of each period found among those wanted. */
  private static int[] places(
      Table table, String period, List<String> names, Groups found, List<String> wanted) {
    Map<String, Integer> placeOfName = new HashMap<>();
    wanted.forEach(name -> placeOfName.put(name, placeOfName.size()));
    int[] place = new int[names.size()];
    for (int i = 0; i < place.length; i++) {
      String name = names.get(i);
      Integer known = placeOfName.get(name);
      if (known == null) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "column '%s' of %s holds the period '%s' in %,d rows, the first is row %,d, which is"
                    + " none of %s; correct it with Repair.alias or add it to the periods",
                period,
                TableColumns.nameOf(table),
                name,
                found.end(i) - found.start(i),
                found.row(found.start(i)) + 1,
                wanted));
      }
      place[i] = known;
    }
    return place;
  }

  private static int[] placeOfRow(Groups found, int[] place, int rows) {
    int[] placeOfRow = new int[rows];
    for (int group = 0; group < found.size(); group++) {
      for (int at = found.start(group); at < found.end(group); at++) {
        placeOfRow[found.row(at)] = place[group];
      }
    }
    return placeOfRow;
  }

  List<String> periods() {
    return periods;
  }

  /** The first row of each id. */
  int[] firstRows() {
    return firstRows;
  }

  /** The row of each id for a period. */
  int[] rowsOf(int period) {
    return rows[period];
  }

  /** Rows that meet in a cell. */
  private static final class Duplicates {

    private final Table table;
    private final List<String> id;
    private final String period;
    private int count;
    private int earlier;
    private int later;

    Duplicates(Table table, List<String> id, String period) {
      this.table = table;
      this.id = id;
      this.period = period;
    }

    void add(int earlierRow, int laterRow) {
      if (count == 0 || laterRow < later) {
        earlier = earlierRow;
        later = laterRow;
      }
      count++;
    }

    void refuse() {
      if (count > 0) {
        throw new InvalidDataException(
            String.format(
                Locale.ROOT,
                "%,d rows of %s repeat an id and period, the first is row %,d: %s %s and %s %s are in"
                    + " row %,d already; make one row of them first, see Aggregate.by",
                count,
                TableColumns.nameOf(table),
                later + 1,
                String.join(", ", id),
                TableColumns.values(TableColumns.all(table, id), later),
                period,
                TableColumns.values(List.of(TableColumns.one(table, period)), later),
                earlier + 1));
      }
    }
  }
}
