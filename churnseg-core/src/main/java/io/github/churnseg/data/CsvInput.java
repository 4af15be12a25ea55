package io.github.churnseg.data;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
      throw new FileSystemException(file.toString(), null, "is a directory; name one file in it");
    }
    SeekableByteChannel channel = channel(file);
    try {
      // what is no regular file, such as a pipe, has no size to hold against
      long size = Files.isRegularFile(file) ? channel.size() : -1;
      InputStream raw = new Whole(file, size, Channels.newInputStream(channel));
      PushbackInputStream in = new PushbackInputStream(raw, 2);
      byte[] magic = in.readNBytes(2);
      in.unread(magic);
      boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
      return new CsvInput(file, gzip ? new Gzip(file, in) : in);
    } catch (IOException e) {
      channel.close();
      throw explained(file, e);
    }
  }

  private static SeekableByteChannel channel(Path file) throws IOException {
    try {
      return Files.newByteChannel(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      throw new NoSuchFileException(
          file.toString(), null, "there is no such file (looked in " + folder + ")");
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(
          file.toString(), null, "no permission to read it; ask its owner, or copy it");
    }
  }

  private static IOException explained(Path file, IOException e) {
    if (e instanceof EOFException) {
      return new IOException(
          file + ": the compressed data are cut off; copy or compress the file again", e);
    }
    if (e instanceof ZipException) {
      return new IOException(
          file + ": the compressed data are damaged (" + e.getMessage() + "); copy it again", e);
    }
    return e;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return super.read(buffer, from, length);
    } catch (IOException e) {
      throw explained(file, e);
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
