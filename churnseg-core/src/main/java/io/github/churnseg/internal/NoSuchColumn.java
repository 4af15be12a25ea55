package io.github.churnseg.internal;

import java.util.List;

/** What every table of features says of a column that it does not have. */
public final class NoSuchColumn {

  private NoSuchColumn() {}

  /**
   * Of a numeric one.
   *
   * @param column what was asked for
   * @param there the numeric columns there are
   * @return to be thrown
   */
  public static IllegalArgumentException numeric(String column, List<String> there) {
    return new IllegalArgumentException(
        "no numeric column '%s'; there are %s".formatted(column, there));
  }

  /**
   * Of a categorical one.
   *
   * @param column what was asked for
   * @param there the categorical columns there are
   * @return to be thrown
   */
  public static IllegalArgumentException categorical(String column, List<String> there) {
    return new IllegalArgumentException(
        "no categorical column '%s'; there are %s".formatted(column, there));
  }
}
