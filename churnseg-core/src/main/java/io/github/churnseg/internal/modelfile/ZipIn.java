package io.github.churnseg.internal.modelfile;

import io.github.churnseg.internal.Shown;
import io.github.churnseg.model.ModelFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads the zip, entry after entry, and takes no other entries, order or compression than {@link
 * ZipOut} writes. No name from the file ever becomes a path, and no array is made that is longer
 * than the file.
 */
final class ZipIn {

  private final ZipInputStream zip;
  private final long fileSize;
  private final Problems problems;
  private int next = -1;

  private ZipIn(ZipInputStream zip, long fileSize, Problems problems) {
    this.zip = zip;
    this.fileSize = fileSize;
    this.problems = problems;
  }

  static Content read(FileChannel file, Problems problems) throws IOException {
    // The stream is not closed, because the channel is its owner's.
    ZipInputStream zip =
        new ZipInputStream(
            new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16));
    ZipIn in = new ZipIn(zip, file.size(), problems);
    byte[] json =
        (byte[]) in.next().orElseThrow(() -> problems.damaged("", "the zip has no entries"));
    Content content = new Content(in.tree(json), problems);
    for (Optional<Object> array = in.next(); array.isPresent(); array = in.next()) {
      content.add(array.get());
    }
    return content;
  }

  private Map<String, Object> tree(byte[] json) throws ModelFileException {
    try {
      return Json.read(json);
    } catch (IOException | RuntimeException e) {
      throw problems.damaged(ZipOut.JSON, e);
    }
  }

  /** The JSON as bytes, then the arrays, then nothing. */
  private Optional<Object> next() throws ModelFileException {
    String due = next < 0 ? ZipOut.JSON : Arrays.prefix(next);
    try {
      ZipEntry entry = zip.getNextEntry();
      if (entry == null) {
        return Optional.empty();
      }
      ArrayKind kind = kind(entry);
      Object array = kind.read(zip, length(entry, kind));
      zip.closeEntry();
      next++;
      return Optional.of(array);
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw problems.damaged(due, e);
    }
  }

  /** What an entry holds; it must be the one that is due. */
  private ArrayKind kind(ZipEntry entry) throws ModelFileException {
    String name = entry.getName();
    Optional<ArrayKind> kind =
        next < 0
            ? Optional.of(ArrayKind.I8).filter(json -> name.equals(ZipOut.JSON))
            : Stream.of(ArrayKind.values())
                .filter(known -> name.equals(Arrays.prefix(next) + known.extension()))
                .findFirst();
    return kind.orElseThrow(
        () ->
            problems.damaged(
                Shown.value(name),
                "this entry has no place where %s was to come"
                    .formatted(next < 0 ? ZipOut.JSON : Arrays.prefix(next) + "… or the end")));
  }

  private int length(ZipEntry entry, ArrayKind kind) throws ModelFileException {
    if (entry.getMethod() != ZipEntry.STORED) {
      throw problems.damaged(
          Shown.value(entry.getName()),
          "the entry is compressed, and a model file compresses nothing");
    }
    long most = next < 0 ? Json.MOST_BYTES : fileSize;
    long size = entry.getSize();
    if (size < 0 || size > Math.min(most, fileSize) || size % kind.width() != 0) {
      throw problems.damaged(
          Shown.value(entry.getName()),
          "the entry says it has %,d bytes; they must be a multiple of %d and at most %,d"
              .formatted(size, kind.width(), Math.min(most, fileSize)));
    }
    return Math.toIntExact(size / kind.width());
  }
}
