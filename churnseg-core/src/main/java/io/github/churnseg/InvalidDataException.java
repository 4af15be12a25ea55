package io.github.churnseg;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used as they are. The message names the place (file, line, column), the value
 * seen, what would be right, and the way out; {@link #place()} gives the place to programs.
 */
public class InvalidDataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Not serialized: the message says it too. */
  private final transient @Nullable Place place;

  /**
   * Makes the exception.
   *
   * @param message the place, the value seen, what is allowed and the way out
   */
  public InvalidDataException(String message) {
    super(message);
    this.place = null;
  }

  /**
   * Makes the exception with the failure behind it.
   *
   * @param message the place, the value seen, what is allowed and the way out
   * @param cause what failed
   */
  public InvalidDataException(String message, Throwable cause) {
    super(message, cause);
    this.place = null;
  }

  /**
   * Makes the exception for a known place; the message begins with it.
   *
   * @param place where the data are wrong
   * @param problem the value seen, what is allowed and the way out
   */
  public InvalidDataException(Place place, String problem) {
    super(place + ": " + problem);
    this.place = place;
  }

  /**
   * Where the data are wrong.
   *
   * @return the place, or nothing where the data did not come from a place with a name
   */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /**
   * A place in a source of data: {@code orders.csv, line 17, column 'amount'}. Immutable.
   *
   * @param source the file or other source, as the caller named it
   * @param line the physical line, from 1, on which the row begins; 0 where no line is meant
   * @param column the column's name; empty where no column is meant
   * @param value the whole value seen; empty where no value is meant
   */
  public record Place(String source, long line, String column, String value) {

    /**
     * A whole source.
     *
     * @param source the file or other source
     * @return the place
     */
    public static Place of(Object source) {
      return new Place(source.toString(), 0, "", "");
    }

    /**
     * A line of this source.
     *
     * @param number the physical line, from 1
     * @return a new place
     */
    public Place atLine(long number) {
      return new Place(source, number, column, value);
    }

    /**
     * A column of this source or line.
     *
     * @param name the column's name
     * @return a new place
     */
    public Place inColumn(String name) {
      return new Place(source, line, name, value);
    }

    /**
     * This place with the value that stands there.
     *
     * @param seen the value
     * @return a new place
     */
    public Place holding(String seen) {
      return new Place(source, line, column, seen);
    }

    @Override
    public String toString() {
      return source
          + (line == 0 ? "" : ", line " + line)
          + (column.isEmpty() ? "" : ", column '" + column + "'");
    }
  }
}
