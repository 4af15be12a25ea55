package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The columns of a join, not yet copied: each is a column of one of the tables, and the row of it
 * for each row of the result. So each value is copied once, however many tables follow.
 */
final class JoinedColumns {

  private final List<Source> sources;

  private JoinedColumns(List<Source> sources) {
    this.sources = sources;
  }

  /** Columns of one table, and the row of it for each row of the result; null if the same. */
  private static final class Source {
    final List<Column<?>> columns;
    final int @Nullable [] rows;
    final Set<String> zeros;

    Source(List<Column<?>> columns, int @Nullable [] rows, Set<String> zeros) {
      this.columns = columns;
      this.rows = rows;
      this.zeros = zeros;
    }

    int row(int row) {
      return rows == null ? row : rows[row];
    }

    Source select(int[] selected) {
      int[] composed = new int[selected.length];
      for (int i = 0; i < selected.length; i++) {
        composed[i] = row(selected[i]);
      }
      return new Source(columns, composed, zeros);
    }

    Column<?> pick(Column<?> column) {
      int[] picked = rows == null ? IntStream.range(0, column.size()).toArray() : rows;
      return column instanceof IntColumn counts && zeros.contains(column.name())
          ? RowPick.pickOrZero(counts, picked)
          : RowPick.pick(column, picked);
    }
  }

  static JoinedColumns of(Table table) {
    return new JoinedColumns(List.of(new Source(List.copyOf(table.columns()), null, Set.of())));
  }

  /** Adds columns on the right, the rows paired. */
  JoinedColumns join(JoinRows rows, List<Column<?>> added) {
    int[] left = rows.left();
    List<Source> joined = new ArrayList<>();
    sources.forEach(source -> joined.add(left == null ? source : source.select(left)));
    joined.add(new Source(added, rows.right(), Set.of()));
    return new JoinedColumns(joined);
  }

  /** Says that the last table's columns of these names are 0 where it has no row. */
  JoinedColumns withZeros(Set<String> names) {
    List<Source> changed = new ArrayList<>(sources);
    Source last = changed.remove(changed.size() - 1);
    changed.add(new Source(last.columns, last.rows, names));
    return new JoinedColumns(changed);
  }

  List<Column<?>> pick() {
    List<Column<?>> picked = new ArrayList<>();
    for (Source source : sources) {
      source.columns.forEach(column -> picked.add(source.pick(column)));
    }
    return picked;
  }

  /** Refuses columns whose names are taken; a Tablesaw table does not tell them by case. */
  void refuseDuplicates(String left, String right, List<Column<?>> added) {
    for (Column<?> column : added) {
      for (Column<?> taken : all()) {
        if (taken.name().equalsIgnoreCase(column.name())) {
          throw new InvalidDataException(
              String.join(
                  "'",
                  left + " and " + right + " both have a column ",
                  column.name(),
                  "; make it a part of the key, rename it with setName, or leave it out with "
                      + "rejectColumns"));
        }
      }
    }
  }

  /** A dictionary for a key of both sides; refuses keys of different kinds. */
  KeyDictionary dictionaryFor(String left, JoinKey key, String right, List<Column<?>> rightKey) {
    for (int part = 0; part < rightKey.size(); part++) {
      Column<?> leftKey = TableColumns.one(left, all(), key.left().get(part));
      KeyKind.requireSame(left, leftKey, right, rightKey.get(part));
    }
    return new KeyDictionary(rightKey);
  }

  /** The number of the key of each row of the result so far. */
  int[] keys(KeyDictionary dictionary, JoinKey key) {
    List<int[]> codes = new ArrayList<>();
    for (int part = 0; part < key.left().size(); part++) {
      String name = key.left().get(part);
      codes.add(gather(dictionary.addPart(part, column(name)), sourceOf(name).rows));
    }
    return dictionary.combine(codes);
  }

  private static int[] gather(int[] codes, int @Nullable [] rows) {
    if (rows == null) {
      return codes;
    }
    int[] gathered = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      gathered[row] = rows[row] < 0 ? ValueDictionary.NONE : codes[rows[row]];
    }
    return gathered;
  }

  /** The key of a row of the result, for a message; none of its parts is missing. */
  String text(JoinKey key, int row) {
    List<String> parts = new ArrayList<>();
    for (String name : key.left()) {
      parts.add(column(name).getUnformattedString(sourceOf(name).row(row)));
    }
    return TableColumns.quoted(parts);
  }

  private List<Column<?>> all() {
    return sources.stream().<Column<?>>flatMap(source -> source.columns.stream()).toList();
  }

  private Column<?> column(String name) {
    return TableColumns.one("the join", all(), name);
  }

  private Source sourceOf(String name) {
    Column<?> column = column(name);
    return sources.stream()
        .filter(source -> source.columns.stream().anyMatch(some -> some == column))
        .findFirst()
        .orElseThrow();
  }
}
