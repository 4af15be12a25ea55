package io.github.churnseg.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes to characters and stops at the first that do not fit, after having handed out all
 * before them: whoever reads on gets a {@link MalformedTextException}.
 */
final class StrictReader extends Reader {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private long bytesBefore;
  private boolean end;
  private boolean flushed;

  /** The second half of a pair of surrogates that found no room, or -1. */
  private int pending = -1;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (pending >= 0) {
      buffer[from] = (char) pending;
      pending = -1;
      return 1;
    }
    CharBuffer chars = CharBuffer.wrap(buffer, from, length);
    while (chars.position() == from && !flushed) {
      CoderResult result = decode(chars);
      if (result.isError() && chars.position() == from) {
        throw malformed(result.length());
      }
      if (result.isOverflow() && chars.position() == from) {
        return readPair(buffer, from);
      }
    }
    int count = chars.position() - from;
    return count == 0 ? -1 : count;
  }

  private CoderResult decode(CharBuffer chars) throws IOException {
    CoderResult result = decoder.decode(bytes, chars, end);
    if (result.isUnderflow()) {
      if (end) {
        flushed = decoder.flush(chars).isUnderflow();
      } else {
        fill();
      }
    }
    return result;
  }

  private void fill() throws IOException {
    bytesBefore += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      end = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private int readPair(char[] buffer, int from) {
    CharBuffer pair = CharBuffer.allocate(2);
    decoder.decode(bytes, pair, end);
    buffer[from] = pair.get(0);
    pending = pair.get(1);
    return 1;
  }

  private MalformedTextException malformed(int length) {
    int at = bytes.position();
    byte[] wrong = new byte[Math.min(length, bytes.limit() - at)];
    bytes.get(at, wrong);
    return new MalformedTextException(decoder.charset(), bytesBefore + at, wrong);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
