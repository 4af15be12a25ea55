package io.github.churnseg.model;

import java.io.IOException;

/**
 * A model file that cannot be used: it is damaged, of another version, of another kind of model, or
 * no model file at all. The message names the file, the place in it, what is wrong and the way out.
 */
public final class ModelFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message the file, the place, what is wrong and the way out
   */
  public ModelFileException(String message) {
    super(message);
  }

  /**
   * Makes the exception with the failure behind it.
   *
   * @param message the file, the place, what is wrong and the way out
   * @param cause what failed
   */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
