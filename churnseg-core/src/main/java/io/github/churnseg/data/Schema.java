package io.github.churnseg.data;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of a file hold. Columns that are not listed are read as text, so that nothing is
 * lost. An empty field is a missing value in each kind of column. Immutable.
 *
 * <pre>{@code
 * Schema.columns().id("order_id", "customer_id").category("order_status")
 *     .dateTime("order_purchase_timestamp").number("price").integer("installments")
 * }</pre>
 */
public final class Schema {

  /** The kinds of columns, and what they become in a table. */
  enum Kind {
    /** To the letter; a string column. */
    TEXT,
    /** A double column. */
    NUMBER,
    /** A long column. */
    INTEGER,
    /** A date column. */
    DATE,
    /** A date-time column. */
    DATE_TIME
  }

  /** A column's kind, and the pattern where one is given. */
  record Content(Kind kind, Optional<String> pattern) {}

  private final Map<String, Content> contents;

  private Schema(Map<String, Content> contents) {
    this.contents = contents;
  }

  /**
   * Starts with no column listed.
   *
   * @return a schema by which every column is text
   */
  public static Schema columns() {
    return new Schema(Map.of());
  }

  /**
   * Lists columns with ids. They are kept to the letter, blanks included: {@code 00123}, {@code NA}
   * and numbers of twenty digits stay what they are.
   *
   * @param names the columns
   * @return a new schema
   */
  public Schema id(String... names) {
    return with(Kind.TEXT, names);
  }

  /**
   * Lists columns with one of a few texts, such as a city or a kind of service; kept to the letter.
   *
   * @param names the columns
   * @return a new schema
   */
  public Schema category(String... names) {
    return with(Kind.TEXT, names);
  }

  /**
   * Lists columns with any text; kept to the letter.
   *
   * @param names the columns
   * @return a new schema
   */
  public Schema text(String... names) {
    return with(Kind.TEXT, names);
  }

  /**
   * Lists columns with decimal numbers. Blanks around a number do not count; grouping marks, {@code
   * NaN} and {@code Infinity} are errors.
   *
   * @param names the columns
   * @return a new schema
   */
  public Schema number(String... names) {
    return with(Kind.NUMBER, names);
  }

  /**
   * Lists columns with whole numbers of at most 63 bits. {@code 3.0} and {@code 3e2} are whole too.
   *
   * @param names the columns
   * @return a new schema
   */
  public Schema integer(String... names) {
    return with(Kind.INTEGER, names);
  }

  /**
   * Lists a column with dates: {@code 2024-03-31}, {@code 2024/3/31}, {@code 20240331}, or day or
   * month first with the year of four digits last, {@code 31.3.2024}, if the column proves which. A
   * time of day is an error unless it is midnight.
   *
   * @param name the column
   * @return a new schema
   */
  public Schema date(String name) {
    return with(name, new Content(Kind.DATE, Optional.empty()));
  }

  /**
   * Lists a column with dates written by a pattern.
   *
   * @param name the column
   * @param pattern of {@link java.time.format.DateTimeFormatter}, such as {@code "d MMM yyyy"};
   *     months have English names, and the 30th of February is an error
   * @return a new schema
   */
  public Schema date(String name, String pattern) {
    return with(name, new Content(Kind.DATE, Optional.of(checked(pattern))));
  }

  /**
   * Lists a column with times: a date as in {@link #date(String)}, alone or followed by a blank or
   * {@code T} and {@code 9:15}, {@code 09:15:30} or {@code 09:15:30.123}. They are kept to the
   * millisecond. Offsets such as {@code Z} need {@link CsvFormat#zone}.
   *
   * @param name the column
   * @return a new schema
   */
  public Schema dateTime(String name) {
    return with(name, new Content(Kind.DATE_TIME, Optional.empty()));
  }

  /**
   * Lists a column with times written by a pattern.
   *
   * @param name the column
   * @param pattern of {@link java.time.format.DateTimeFormatter}, such as {@code "M/d/yyyy h:mm
   *     a"}; months have English names, and the 30th of February is an error
   * @return a new schema
   */
  public Schema dateTime(String name, String pattern) {
    return with(name, new Content(Kind.DATE_TIME, Optional.of(checked(pattern))));
  }

  private static String checked(String pattern) {
    PatternTimeReader.formatter(pattern);
    return pattern;
  }

  private Schema with(Kind kind, String... names) {
    Schema schema = this;
    for (String name : names) {
      schema = schema.with(name, new Content(kind, Optional.empty()));
    }
    return schema;
  }

  private Schema with(String name, Content content) {
    Map<String, Content> more = new LinkedHashMap<>(contents);
    if (more.put(name, content) != null) {
      throw new IllegalArgumentException("column '" + name + "' is listed twice");
    }
    return new Schema(more);
  }

  Set<String> names() {
    return contents.keySet();
  }

  Content content(String name) {
    return contents.getOrDefault(name, new Content(Kind.TEXT, Optional.empty()));
  }

  @Override
  public String toString() {
    return contents.entrySet().stream()
        .map(
            column ->
                column.getKey()
                    + ": "
                    + column.getValue().kind.name().toLowerCase(Locale.ROOT)
                    + column.getValue().pattern.map(pattern -> " " + pattern).orElse(""))
        .collect(Collectors.joining(", ", "Schema[", "; others: text]"));
  }
}
