package io.github.churnseg;

/**
 * Data that cannot be used as they are. The message names the place (file, line, column), the value
 * seen, what would be right, and the way out.
 */
public class InvalidDataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the place, the value seen, what is allowed and the way out
   */
  public InvalidDataException(String message) {
    super(message);
  }

  /**
   * Makes the exception with the failure behind it.
   *
   * @param message the place, the value seen, what is allowed and the way out
   * @param cause what failed
   */
  public InvalidDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
