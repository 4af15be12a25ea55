package io.github.churnseg.internal.modelfile;

import io.github.churnseg.model.ModelFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The end of a file: the zip's comment, which holds the SHA-256 of every byte before the hash. One
 * hash of the whole finds any changed bit, also in the zip's own directory and in the JSON that a
 * hash a entry would have to be kept in, and finds it before anything is made of the content.
 */
final class Seal {

  private static final String NAME = "churnseg sha256 ";
  private static final int DIGITS = 64;

  /** Beyond this a file is not looked at: hashing a file without end would take as long. */
  private static final long MOST_BYTES = 1L << 31;

  private Seal() {}

  /** A comment as long as the seal, to be overwritten. */
  static String blank() {
    return NAME + "0".repeat(DIGITS);
  }

  /** Puts the hash where the blank's zeros stand. */
  static void set(FileChannel file) throws IOException {
    long end = file.size() - DIGITS;
    if (end + DIGITS > MOST_BYTES) {
      throw new IOException(
          "the model takes %,d bytes; a file holds at most %,d".formatted(file.size(), MOST_BYTES));
    }
    file.write(ByteBuffer.wrap(hash(file, end).getBytes(StandardCharsets.US_ASCII)), end);
  }

  static void check(FileChannel file, Problems problems) throws IOException {
    long size = file.size();
    if (size > MOST_BYTES) {
      throw problems.at(
          "",
          "%,d bytes, and a model file has at most %,d; this is no model file"
              .formatted(size, MOST_BYTES));
    }
    int length = NAME.length() + DIGITS;
    String seal = size < length ? "" : text(file, size - length, length);
    if (!text(file, 0, 4).equals("PK\3\4")) {
      throw problems.at("", "this is no model file; name one that save() wrote");
    }
    if (!seal.startsWith(NAME)) {
      throw damaged(problems, "the end is missing: the file was cut off, or is no model file");
    }
    if (!seal.endsWith(hash(file, size - DIGITS))) {
      throw damaged(problems, "the content does not match its hash: the file was changed");
    }
  }

  private static ModelFileException damaged(Problems problems, String problem) {
    return problems.damaged("", problem);
  }

  private static String text(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
      // until full
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
  }

  /** Of all bytes before a place. */
  private static String hash(FileChannel file, long end) throws IOException {
    MessageDigest digest = sha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    for (long at = 0; at < end; at += buffer.limit()) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      int read = file.read(buffer, at);
      if (read < 0) {
        break;
      }
      digest.update(buffer.flip());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
