package io.github.churnseg.classify;

import io.github.churnseg.features.FittedPreprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a model's numbers belong to which of the customers' columns. A category's zeros and ones
 * and the flag of a missing value move together with their column, as nothing else could happen to
 * a customer.
 */
final class EncodedColumns {

  private final int width;
  private final List<String> names;
  private final int[][] numbers;

  private EncodedColumns(int width, List<String> names, int[][] numbers) {
    this.width = width;
    this.names = names;
    this.numbers = numbers;
  }

  static EncodedColumns of(FittedPreprocessing preprocessing) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    preprocessing.inputs().forEach(name -> parts.put(name, new ArrayList<>()));
    int width = preprocessing.columns().size();
    for (int number = 0; number < width; number++) {
      parts.getOrDefault(preprocessing.inputOf(number), new ArrayList<>()).add(number);
    }
    int[][] numbers =
        parts.values().stream()
            .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    return new EncodedColumns(width, List.copyOf(parts.keySet()), numbers);
  }

  /** Numbers of an encoded row. */
  int width() {
    return width;
  }

  /** The customers' columns, by name. */
  List<String> names() {
    return names;
  }

  int count() {
    return numbers.length;
  }

  /** Whether the model reads the column at all. */
  boolean isRead(int column) {
    return numbers[column].length > 0;
  }

  /** The column of each number. */
  int[] columnOfNumber() {
    int[] columns = new int[width];
    for (int column = 0; column < numbers.length; column++) {
      for (int number : numbers[column]) {
        columns[number] = column;
      }
    }
    return columns;
  }

  /** Gives one row the value that another has in a column. */
  void copy(int column, double[] from, int fromRow, double[] to, int toRow) {
    for (int number : numbers[column]) {
      to[toRow * width + number] = from[fromRow * width + number];
    }
  }

  /** The place of a column; refuses one the model was not fitted on. */
  int requireIndex(String column) {
    int index = names.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the model was not fitted on a column '" + column + "'; it was on " + names);
    }
    return index;
  }
}
