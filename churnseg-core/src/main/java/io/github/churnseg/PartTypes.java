package io.github.churnseg;

import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.ModelFileException;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.spi.ComponentReader;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whether the parts of a loaded chain fit together. The compiler has seen to that in a plan; a file
 * may say anything, and type parameters are gone at run time, so the parts' methods are asked.
 */
final class PartTypes {

  private PartTypes() {}

  /** Refuses a segmenter of other features than those of the chain. */
  static void checkSegmenter(
      ComponentReader in, FeatureExtractor<?, ?> features, String name, SegmentModel<?> model)
      throws IOException {
    Method gives = method(features, "extract");
    Class<?> taken = method(model, "assign").getParameterTypes()[0];
    check(
        in, gives.getGenericReturnType(), gives.getReturnType(), taken, "segmenter '" + name + "'");
  }

  /** Refuses newcomers that are derived from something other than the customers of the chain. */
  static void checkNewcomers(
      ComponentReader in, FeatureExtractor<?, ?> features, FeatureExtractor<?, ?> newcomers)
      throws IOException {
    Method takes = method(features, "extract");
    check(
        in,
        takes.getGenericParameterTypes()[0],
        takes.getParameterTypes()[0],
        input(newcomers),
        "the extractor of newcomers");
  }

  /** Of a type that is only known once customers are given, as much as can be is checked. */
  private static void check(
      ComponentReader in, Type exact, Class<?> given, Class<?> taken, String whoTakes)
      throws IOException {
    boolean open = exact instanceof TypeVariable && given.isAssignableFrom(taken);
    in.check(
        open || taken.isAssignableFrom(given),
        "%s must take %s, not only %s"
            .formatted(whoTakes, given.getSimpleName(), taken.getSimpleName()));
  }

  /** Refuses a chain that reads something else than it is asked to. */
  static void requireReads(Path file, FeatureExtractor<?, ?> features, Class<?> input)
      throws ModelFileException {
    Class<?> read = input(features);
    if (!read.isAssignableFrom(input)) {
      throw new ModelFileException(
          "%s: this chain reads %s, not %s; load it with %s.class"
              .formatted(file, read.getSimpleName(), input.getSimpleName(), read.getSimpleName()));
    }
  }

  private static Class<?> input(FeatureExtractor<?, ?> extractor) {
    return method(extractor, "extract").getParameterTypes()[0];
  }

  /** The one that was written, not the bridge that the compiler adds for the port's own. */
  private static Method method(Object part, String name) {
    return Arrays.stream(part.getClass().getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
        .filter(method -> !method.isBridge())
        .findFirst()
        .orElseThrow();
  }
}
