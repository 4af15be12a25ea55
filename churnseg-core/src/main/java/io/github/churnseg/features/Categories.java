package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A column of categories, one a row, some perhaps missing. Immutable; holds four bytes a row and
 * each distinct text once.
 */
public final class Categories {

  private static final int MISSING = -1;

  private final List<String> levels;
  private final int[] levelOfRow;
  private final boolean ordered;

  private Categories(List<String> levels, int[] levelOfRow, boolean ordered) {
    this.levels = levels;
    this.levelOfRow = levelOfRow;
    this.ordered = ordered;
  }

  /**
   * Makes a column of one text a row.
   *
   * @param values a text a row, or nothing where it is missing
   * @return the column
   */
  public static Categories of(List<Optional<String>> values) {
    Builder builder = new Builder(values.size());
    values.forEach(value -> value.ifPresentOrElse(builder::add, builder::addMissing));
    return builder.build();
  }

  /**
   * Makes a column of numbers that stand for texts.
   *
   * @param numbers a number a row, below 0 where it is missing; copied
   * @param count above the largest number
   * @param textOf the text of each number that occurs, none twice
   * @return the column
   */
  public static Categories of(int[] numbers, int count, IntFunction<String> textOf) {
    boolean[] seen = new boolean[count];
    List<Numbered> used = new ArrayList<>();
    for (int number : numbers) {
      if (number >= 0 && !seen[number]) {
        seen[number] = true;
        used.add(new Numbered(textOf.apply(number), number));
      }
    }
    used.sort(Numbered.BY_TEXT);
    int[] place = new int[count];
    String[] levels = new String[used.size()];
    boolean twice = false;
    for (int level = 0; level < levels.length; level++) {
      place[used.get(level).number] = level;
      levels[level] = used.get(level).text;
      twice |= level > 0 && levels[level].equals(levels[level - 1]);
    }
    if (twice) {
      throw new IllegalArgumentException(
          "two numbers stand for one text of " + Arrays.stream(levels).distinct().toList());
    }
    int[] levelOfRow = new int[numbers.length];
    for (int row = 0; row < levelOfRow.length; row++) {
      levelOfRow[row] = numbers[row] < 0 ? MISSING : place[numbers[row]];
    }
    return new Categories(List.of(levels), levelOfRow, false);
  }

  /** A text, and the number that stands for it. */
  private record Numbered(String text, int number) {
    static final Comparator<Numbered> BY_TEXT = Comparator.comparing(Numbered::text);
  }

  /**
   * The number of rows.
   *
   * @return rows, 0 or more
   */
  public int size() {
    return levelOfRow.length;
  }

  /**
   * The texts there may be: where {@link #isOrdered}, lowest first; else those there are, in the
   * order of their characters, so that the order of rows does not show.
   *
   * @return texts, none twice
   */
  public List<String> levels() {
    return levels;
  }

  /**
   * Whether the levels have an order that was given.
   *
   * @return true if a higher level is more of something
   */
  public boolean isOrdered() {
    return ordered;
  }

  /**
   * The category of a row, as a number.
   *
   * @param row 0 to {@code size() - 1}
   * @return its index in {@link #levels()}, or -1 where it is missing
   */
  public int level(int row) {
    return levelOfRow[row];
  }

  /**
   * The category of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the text, or nothing where it is missing
   */
  public Optional<String> value(int row) {
    int level = levelOfRow[row];
    return level == MISSING ? Optional.empty() : Optional.of(levels.get(level));
  }

  /**
   * The same column, at some rows only. Levels that have an order stay; others go where no selected
   * row has them.
   *
   * @param rows which rows, in the order the result shall have; the same one as often as wanted
   * @return a new column
   */
  public Categories select(int... rows) {
    if (ordered) {
      int[] picked = Arrays.stream(rows).map(row -> levelOfRow[row]).toArray();
      return new Categories(levels, picked, true);
    }
    int[] picked = Arrays.stream(rows).map(row -> levelOfRow[row]).toArray();
    return of(picked, levels.size(), levels::get);
  }

  /** How many rows and which categories. */
  @Override
  public String toString() {
    return size() + " rows of " + levels;
  }

  /** Collects a column row by row. */
  static final class Builder {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> seen = new ArrayList<>();
    private final int[] levelOfRow;
    private int rows;

    Builder(int size) {
      levelOfRow = new int[size];
    }

    void add(String value) {
      Integer number = numbers.putIfAbsent(value, seen.size());
      if (number == null) {
        number = seen.size();
        seen.add(value);
      }
      levelOfRow[rows++] = number;
    }

    void addMissing() {
      levelOfRow[rows++] = MISSING;
    }

    Categories build() {
      List<String> sorted = new ArrayList<>(seen);
      Collections.sort(sorted);
      int[] place = new int[seen.size()];
      for (int level = 0; level < place.length; level++) {
        place[numbers.getOrDefault(sorted.get(level), level)] = level;
      }
      int[] levels =
          Arrays.stream(levelOfRow)
              .map(level -> level == MISSING ? MISSING : place[level])
              .toArray();
      return new Categories(List.copyOf(sorted), levels, false);
    }

    /**
     * With the levels in a given order; {@code orElse} makes the failure for a text that is none of
     * them.
     */
    Categories build(List<String> order, Function<String, InvalidDataException> orElse) {
      int[] place = new int[seen.size()];
      for (int level = 0; level < place.length; level++) {
        place[level] = order.indexOf(seen.get(level));
        if (place[level] < 0) {
          throw orElse.apply(seen.get(level));
        }
      }
      int[] levels =
          Arrays.stream(levelOfRow)
              .map(level -> level == MISSING ? MISSING : place[level])
              .toArray();
      return new Categories(List.copyOf(order), levels, true);
    }
  }
}
