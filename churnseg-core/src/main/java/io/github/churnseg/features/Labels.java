package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The class of each customer, by row: what a classifier learns and is measured against. Immutable;
 * holds four bytes a row.
 *
 * <pre>{@code
 * Labels labels = Labels.of(List.of("stayed", "left", "stayed")).positive("left");
 * }</pre>
 *
 * <p>Which class is the positive one is said, never guessed from the alphabet.
 */
public final class Labels {

  private final List<String> classes;
  private final Optional<String> positive;
  private final int[] classOfRow;

  private Labels(List<String> classes, Optional<String> positive, int[] classOfRow) {
    this.classes = classes;
    this.positive = positive;
    this.classOfRow = classOfRow;
  }

  /**
   * Makes labels of one text a row.
   *
   * @param classOfRow the class of each customer, in the order of the rows
   * @return labels without a positive class
   */
  public static Labels of(List<String> classOfRow) {
    List<String> classes = List.copyOf(new TreeSet<>(classOfRow));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    classes.forEach(name -> numbers.put(name, numbers.size()));
    int[] rows = classOfRow.stream().mapToInt(numbers::get).toArray();
    return new Labels(classes, Optional.empty(), rows);
  }

  /**
   * Says which class is the one looked for.
   *
   * @param name one of {@link #classes()}
   * @return new labels
   * @throws InvalidDataException if no customer is of that class; the message lists those there are
   */
  public Labels positive(String name) {
    if (!classes.contains(name)) {
      throw new InvalidDataException(
          "no customer is of the positive class '" + name + "'; the classes are " + classes);
    }
    return new Labels(classes, Optional.of(name), classOfRow);
  }

  /**
   * The number of rows.
   *
   * @return rows
   */
  public int size() {
    return classOfRow.length;
  }

  /**
   * The classes there are, in the order of their characters.
   *
   * @return names, none twice
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * The class that is looked for, where one was named.
   *
   * @return one of {@link #classes()}
   */
  public Optional<String> positive() {
    return positive;
  }

  /**
   * The class of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return its name
   */
  public String of(int row) {
    return classes.get(classOfRow[row]);
  }

  /**
   * The class of a row, as a number.
   *
   * @param row 0 to {@code size() - 1}
   * @return its index in {@link #classes()}
   */
  public int index(int row) {
    return classOfRow[row];
  }

  /**
   * How many rows each class has, in the order of {@link #classes()}; a class may have none after
   * {@link #select}.
   *
   * @return rows by class
   */
  public Map<String, Integer> counts() {
    int[] counts = new int[classes.size()];
    for (int index : classOfRow) {
      counts[index]++;
    }
    Map<String, Integer> byClass = new LinkedHashMap<>();
    for (int index = 0; index < counts.length; index++) {
      byClass.put(classes.get(index), counts[index]);
    }
    return byClass;
  }

  /**
   * The labels of some rows. The classes stay the same, even those that no selected row is of.
   *
   * @param rows which rows, in the order the result shall have
   * @return new labels
   */
  public Labels select(int... rows) {
    int[] picked = Arrays.stream(rows).map(row -> classOfRow[row]).toArray();
    return new Labels(classes, positive, picked);
  }

  /** Rows by class, with the positive class marked. */
  @Override
  public String toString() {
    return counts().entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + (positive.equals(Optional.of(entry.getKey())) ? " (positive) " : " ")
                    + entry.getValue())
        .collect(Collectors.joining(", ", size() + " customers: ", ""));
  }
}
