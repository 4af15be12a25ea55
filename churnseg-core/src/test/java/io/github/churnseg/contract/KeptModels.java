package io.github.churnseg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The model files of all releases, {@code src/test/resources/models/<release>/<name>.churnseg}, and
 * beside each what it says of some customers. Run the tests with {@code -Dchurnseg.keep=<release>}
 * to add those of a release.
 */
public final class KeptModels {

  private static final Path ALL = Path.of("src", "test", "resources", "models");

  private KeptModels() {}

  /** Loads the file of each release, compares what it says, and forges it. */
  public static <M extends Model> void check(
      String name, Supplier<? extends M> fitted, Class<M> type, Function<M, String> says)
      throws IOException {
    String release = System.getProperty("churnseg.keep", "");
    if (!release.isEmpty()) {
      keep(Files.createDirectories(ALL.resolve(release)), name, fitted.get(), says);
    }
    List<Path> files;
    try (Stream<Path> releases = Files.list(ALL)) {
      files = releases.map(r -> r.resolve(name + ".churnseg")).filter(Files::exists).toList();
    }
    assertThat(files).as("kept files called " + name).isNotEmpty();
    for (Path file : files) {
      String expected = Files.readString(file.resolveSibling(name + ".txt"));
      assertThat(says.apply(ModelFile.load(file, type))).as(file.toString()).isEqualTo(expected);
      Forgeries.check(file, type, says);
    }
  }

  private static <M extends Model> void keep(
      Path directory, String name, M model, Function<M, String> says) throws IOException {
    model.save(directory.resolve(name + ".churnseg"));
    Files.writeString(directory.resolve(name + ".txt"), says.apply(model));
  }
}
