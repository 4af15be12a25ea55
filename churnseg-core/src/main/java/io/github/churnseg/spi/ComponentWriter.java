package io.github.churnseg.spi;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes the values a component consists of, each under a name of its own. */
public interface ComponentWriter {

  /**
   * Writes a text; the name of an enum's constant is one.
   *
   * @param name what to ask for when reading
   * @param value any text
   */
  void text(String name, String value);

  /**
   * Writes texts.
   *
   * @param name what to ask for when reading
   * @param values any number of texts
   */
  void texts(String name, List<String> values);

  /**
   * Writes a whole number.
   *
   * @param name what to ask for when reading
   * @param value any number
   */
  void whole(String name, long value);

  /**
   * Writes a number; it is read with the same bits.
   *
   * @param name what to ask for when reading
   * @param value any number, also an infinite one or NaN
   */
  void decimal(String name, double value);

  /**
   * Writes a yes or no.
   *
   * @param name what to ask for when reading
   * @param value yes or no
   */
  void flag(String name, boolean value);

  /**
   * Writes an array, eight bytes a number.
   *
   * @param name what to ask for when reading
   * @param values not copied, and not to be changed before the file is written
   */
  void array(String name, double[] values);

  /**
   * Writes an array, four bytes a number.
   *
   * @param name what to ask for when reading
   * @param values not copied, and not to be changed before the file is written
   */
  void array(String name, float[] values);

  /**
   * Writes an array, four bytes a number.
   *
   * @param name what to ask for when reading
   * @param values not copied, and not to be changed before the file is written
   */
  void array(String name, int[] values);

  /**
   * Writes an array, eight bytes a number.
   *
   * @param name what to ask for when reading
   * @param values not copied, and not to be changed before the file is written
   */
  void array(String name, long[] values);

  /**
   * Writes an array of bytes.
   *
   * @param name what to ask for when reading
   * @param values not copied, and not to be changed before the file is written
   */
  void array(String name, byte[] values);

  /**
   * Writes rows of equal length.
   *
   * @param name what to ask for when reading
   * @param rows any number of rows
   * @throws IllegalArgumentException if they are not equally long
   */
  void rows(String name, double[][] rows);

  /**
   * Writes values of their own under a name.
   *
   * @param name what to ask for when reading
   * @param part writes them
   */
  void part(String name, Consumer<ComponentWriter> part);

  /**
   * Writes values of their own for each of several items.
   *
   * @param <T> the items
   * @param name what to ask for when reading
   * @param items any number of items
   * @param part writes the values of one
   */
  <T> void parts(String name, List<T> items, BiConsumer<T, ComponentWriter> part);

  /**
   * Writes an object that has a {@link ModelCodec} of its own, such as a model within a model.
   *
   * @param name what to ask for when reading
   * @param component the object
   * @throws IllegalArgumentException if there is no codec for it
   */
  void component(String name, Object component);

  /**
   * Writes objects that have a {@link ModelCodec} of their own.
   *
   * @param name what to ask for when reading
   * @param components any number of objects
   * @throws IllegalArgumentException if there is no codec for one
   */
  void components(String name, List<?> components);
}
