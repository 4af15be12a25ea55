package io.github.churnseg.internal.modelfile;

import io.github.churnseg.internal.LibraryVersion;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Saves and loads models. */
public final class ModelFiles {

  /** Rises when a reader of the old version could no longer understand a file. */
  static final long VERSION = 1;

  private static final String FORMAT = "churnseg model";

  private ModelFiles() {}

  /** Writes a model; see {@link Model#save}. */
  public static void save(Model model, Path file) throws IOException {
    Codecs codecs = Codecs.onClassPath();
    Arrays arrays = new Arrays();
    WrittenComponent root = new WrittenComponent(codecs, arrays);
    root.component("model", model);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("version", VERSION);
    tree.put("library", LibraryVersion.version());
    tree.put("artifacts", root.artifacts());
    tree.putAll(root.values());
    AtomicFile.write(file, out -> ZipOut.write(out, Json.write(tree), arrays));
  }

  /** Reads a model; see {@link io.github.churnseg.model.ModelFile#load}. */
  public static <M extends Model> M load(Path file, Class<M> type) throws IOException {
    Problems problems = new Problems(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw problems.at("", "this is no regular file; name a file that save() wrote");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      Seal.check(channel, problems);
      Content in = ZipIn.read(channel, problems);
      return model(in, type, problems);
    }
  }

  private static <M extends Model> M model(Content in, Class<M> type, Problems problems)
      throws IOException {
    ReadComponent root = new ReadComponent(in.tree(), "", problems, Codecs.onClassPath(), in);
    String format = root.text("format");
    root.check(format.equals(FORMAT), "the format must be '" + FORMAT + "'");
    checkVersion(root, problems);
    root.ignore("artifacts");
    M model = root.component("model", type);
    root.end();
    in.end();
    return model;
  }

  private static void checkVersion(ReadComponent root, Problems problems)
      throws ModelFileException {
    long version = root.whole("version");
    String library = root.text("library");
    if (version != VERSION) {
      throw problems.at(
          "version",
          "this is version %d of the format, and churnseg %s reads version %d; load it with churnseg %s"
              .formatted(version, LibraryVersion.version(), VERSION, library));
    }
  }

  /** Refuses targets that cannot be files, before anything is written. */
  static void checkTarget(Path file) throws IOException {
    Problems problems = new Problems(file);
    if (Files.isDirectory(file)) {
      throw problems.at("", "this is a directory; name a file in it, such as model.churnseg");
    }
    Path parent = file.toAbsolutePath().getParent();
    for (Path directory : parent == null ? List.<Path>of() : List.of(parent)) {
      if (Files.exists(directory) && !Files.isDirectory(directory)) {
        throw new FileAlreadyExistsException(
            directory.toString(), null, "this is a file, and the model was to be saved in it");
      }
      if (!Files.exists(directory)) {
        throw problems.at("", "there is no directory " + directory + "; make it first");
      }
    }
  }
}
