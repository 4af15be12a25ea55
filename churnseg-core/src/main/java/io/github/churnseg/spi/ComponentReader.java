package io.github.churnseg.spi;

import io.github.churnseg.model.Provenance;
import java.io.IOException;
import java.util.List;

/**
 * Gives the values a component was written as, each once. Every method throws {@link
 * io.github.churnseg.model.ModelFileException}, which names the place, where a value is missing or
 * of another kind; a value that nobody asks for is refused too.
 */
public interface ComponentReader {

  /**
   * Reads something out of values of its own.
   *
   * @param <T> what is read
   */
  @FunctionalInterface
  interface Part<T> {

    /**
     * Reads it.
     *
     * @param in the values
     * @return what was read
     * @throws IOException if a value is missing or cannot be
     */
    T read(ComponentReader in) throws IOException;
  }

  /**
   * Whether there is a value, for those that not every version or not every object has.
   *
   * @param name what it was written as
   * @return whether it can be asked for
   */
  boolean has(String name);

  /**
   * Reads a text.
   *
   * @param name what it was written as
   * @return the text
   * @throws IOException if there is none
   */
  String text(String name) throws IOException;

  /**
   * Reads the constant of an enum, written as its name.
   *
   * @param <E> the enum
   * @param name what it was written as
   * @param type the enum
   * @return the constant
   * @throws IOException if there is none
   */
  <E extends Enum<E>> E choice(String name, Class<E> type) throws IOException;

  /**
   * Reads texts.
   *
   * @param name what they were written as
   * @return an immutable list
   * @throws IOException if there are none
   */
  List<String> texts(String name) throws IOException;

  /**
   * Reads a whole number.
   *
   * @param name what it was written as
   * @return the number
   * @throws IOException if there is none
   */
  long whole(String name) throws IOException;

  /**
   * Reads a whole number of limited size.
   *
   * @param name what it was written as
   * @param least the least it may be
   * @param most the most it may be
   * @return the number
   * @throws IOException if there is none, or it is beyond the limits
   */
  int whole(String name, int least, int most) throws IOException;

  /**
   * Reads a number.
   *
   * @param name what it was written as
   * @return the number, perhaps infinite or NaN
   * @throws IOException if there is none
   */
  double decimal(String name) throws IOException;

  /**
   * Reads a yes or no.
   *
   * @param name what it was written as
   * @return yes or no
   * @throws IOException if there is none
   */
  boolean flag(String name) throws IOException;

  /**
   * Reads an array of doubles.
   *
   * @param name what it was written as
   * @return an array that belongs to the caller
   * @throws IOException if there is none
   */
  double[] doubles(String name) throws IOException;

  /**
   * Reads an array of floats.
   *
   * @param name what it was written as
   * @return an array that belongs to the caller
   * @throws IOException if there is none
   */
  float[] floats(String name) throws IOException;

  /**
   * Reads an array of ints.
   *
   * @param name what it was written as
   * @return an array that belongs to the caller
   * @throws IOException if there is none
   */
  int[] ints(String name) throws IOException;

  /**
   * Reads an array of longs.
   *
   * @param name what it was written as
   * @return an array that belongs to the caller
   * @throws IOException if there is none
   */
  long[] longs(String name) throws IOException;

  /**
   * Reads an array of bytes.
   *
   * @param name what it was written as
   * @return an array that belongs to the caller
   * @throws IOException if there is none
   */
  byte[] bytes(String name) throws IOException;

  /**
   * Reads rows.
   *
   * @param name what they were written as
   * @param width how long each must be
   * @return rows that belong to the caller
   * @throws IOException if there are none, or of another length
   */
  double[][] rows(String name, int width) throws IOException;

  /**
   * Reads values of their own.
   *
   * @param <T> what is read
   * @param name what they were written as
   * @param part reads them
   * @return what was read
   * @throws IOException if there are none
   */
  <T> T part(String name, Part<T> part) throws IOException;

  /**
   * Reads values of their own for each of several items.
   *
   * @param <T> the items
   * @param name what they were written as
   * @param part reads the values of one
   * @return an immutable list
   * @throws IOException if there are none
   */
  <T> List<T> parts(String name, Part<T> part) throws IOException;

  /**
   * Reads an object by its own {@link ModelCodec}.
   *
   * @param <T> what is expected
   * @param name what it was written as
   * @param type what is expected, perhaps an interface
   * @return the object
   * @throws IOException if there is none, it is of another kind, or its codec is not on the class
   *     path
   */
  <T> T component(String name, Class<T> type) throws IOException;

  /**
   * Reads objects by their own {@link ModelCodec}s.
   *
   * @param <T> what is expected
   * @param name what they were written as
   * @param type what is expected, perhaps an interface
   * @return an immutable list
   * @throws IOException if there are none, one is of another kind, or a codec is not on the class
   *     path
   */
  <T> List<T> components(String name, Class<T> type) throws IOException;

  /**
   * The provenance of the model that is being read.
   *
   * @return what {@link io.github.churnseg.model.Model#provenance()} was
   * @throws IOException if the component is no model
   */
  Provenance provenance() throws IOException;

  /**
   * Refuses values that cannot be.
   *
   * @param holds whether all is well
   * @param rule what is broken if it is not, such as {@code "each column needs a limit"}
   * @throws IOException if it does not hold
   */
  void check(boolean holds, String rule) throws IOException;
}
