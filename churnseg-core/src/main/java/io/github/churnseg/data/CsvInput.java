package io.github.churnseg.data;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, uncompressed if they are gzip's. Fails where they cannot be all there are:
 * the file changed its size while it was read, or the compressed data are cut off or followed by
 * other bytes.
 */
final class CsvInput extends FilterInputStream {

  private final Path file;

  private CsvInput(Path file, InputStream in) {
    super(in);
    this.file = file;
  }

  static CsvInput open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory; name one file in it");
    }
    if (!Files.exists(file)) {
      throw new FileNotFoundException(
          file + " does not exist (looked in " + folderOf(file) + "); check the path");
    }
    var channel = Files.newByteChannel(file, StandardOpenOption.READ);
    try {
      // what is no regular file, such as a pipe, has no size to hold against
      long size = Files.isRegularFile(file) ? channel.size() : -1;
      InputStream raw = new Whole(file, size, java.nio.channels.Channels.newInputStream(channel));
      PushbackInputStream in = new PushbackInputStream(raw, 2);
      byte[] magic = in.readNBytes(2);
      in.unread(magic);
      boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
      return new CsvInput(file, gzip ? new Gzip(file, in) : in);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return super.read(buffer, from, length);
    } catch (EOFException e) {
      throw new IOException(
          file + ": the compressed data are cut off; copy or compress the file again", e);
    } catch (ZipException e) {
      throw new IOException(
          file + ": the compressed data are damaged (" + e.getMessage() + "); copy it again", e);
    }
  }

  /** Counts, and compares with the file's size when it ends. */
  private static final class Whole extends FilterInputStream {

    private final Path file;
    private final long size;
    private long count;

    Whole(Path file, long size, InputStream in) {
      super(in);
      this.file = file;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count += Math.max(0, read);
      if (size >= 0 && (count > size || (read < 0 && count < size))) {
        throw new IOException(
            file
                + " changed while it was read (it had "
                + size
                + " bytes at first); read it again when nobody writes to it");
      }
      return read;
    }
  }

  /** Refuses bytes behind the compressed data, which the JDK's stream silently drops. */
  private static final class Gzip extends GZIPInputStream {

    private final Path file;

    Gzip(Path file, InputStream in) throws IOException {
      super(in, 1 << 16);
      this.file = file;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = super.read(buffer, from, length);
      // 8 bytes of trailer are still counted as remaining
      if (count < 0 && (inf.getRemaining() > 8 || in.read() >= 0)) {
        throw new IOException(
            file
                + " holds more bytes behind its compressed data; they would be lost, so cut them"
                + " off or compress the file again");
      }
      return count;
    }
  }
}
