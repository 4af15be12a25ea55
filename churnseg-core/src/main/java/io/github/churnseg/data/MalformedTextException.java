package io.github.churnseg.data;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HexFormat;

/** Bytes that are no text in the encoding expected; turned into an error that names the place. */
final class MalformedTextException extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedTextException(Charset charset, long offset, byte[] bytes) {
    super(
        "byte 0x"
            + HexFormat.of().withUpperCase().formatHex(bytes)
            + " (at offset "
            + offset
            + ") is no text in "
            + charset
            + "; say how the file is encoded, for example "
            + "CsvFormat.detect().charset(Charset.forName(\"windows-1251\"))");
  }
}
