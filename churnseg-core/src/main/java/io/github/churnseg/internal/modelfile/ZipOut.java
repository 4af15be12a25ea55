package io.github.churnseg.internal.modelfile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the zip. Nothing is compressed: weights hardly shrink, and a file that unfolds to no more
 * than its own size can be read without fear. No clock is read, so that equal models give equal
 * files.
 */
final class ZipOut {

  static final String JSON = "model.json";

  /** The first moment a zip can name. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ZipOut() {}

  static void write(FileChannel file, byte[] json, Arrays arrays) throws IOException {
    if (json.length > Json.MOST_BYTES) {
      throw new IOException(
          "the model takes %,d bytes of JSON, and a file holds at most %,d; it has too many texts"
              .formatted(json.length, Json.MOST_BYTES));
    }
    // The stream is not closed, because the seal still has to be set.
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    zip.setComment(Seal.blank());
    put(zip, JSON, ArrayKind.I8, json);
    for (int index = 0; index < arrays.count(); index++) {
      Object array = arrays.array(index);
      put(zip, arrays.name(index), ArrayKind.of(array), array);
    }
    zip.finish();
    zip.flush();
  }

  private static void put(ZipOutputStream zip, String name, ArrayKind kind, Object array)
      throws IOException {
    CRC32 crc = new CRC32();
    kind.write(array, new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(kind.size(array));
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    kind.write(array, zip);
    zip.closeEntry();
  }
}
