package io.github.churnseg.data;

import io.github.churnseg.internal.Bytes;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Reads bytes that are known to be ASCII: the JDK's decoder widens 32 of them at a time. */
final class AsciiReader extends Reader {

  private final CharsetDecoder decoder = StandardCharsets.ISO_8859_1.newDecoder();
  private final ByteBuffer bytes;

  AsciiReader(byte[] bytes, int length) {
    this.bytes = ByteBuffer.wrap(bytes, 0, length);
  }

  /** Whether no byte has its top bit set. */
  static boolean isAscii(byte[] bytes, int length) {
    long all = 0;
    int at = 0;
    for (; at + 8 <= length; at += 8) {
      all |= Bytes.eight(bytes, at);
    }
    for (; at < length; at++) {
      all |= bytes[at];
    }
    return (all & 0x8080808080808080L) == 0;
  }

  @Override
  public int read(char[] buffer, int from, int length) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int start = bytes.position();
    decoder.decode(bytes, CharBuffer.wrap(buffer, from, length), true);
    return bytes.position() - start;
  }

  @Override
  public void close() {}
}
