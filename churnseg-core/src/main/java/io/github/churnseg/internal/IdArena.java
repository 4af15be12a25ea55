package io.github.churnseg.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of some thousand ids, one behind the other; offsets only where lengths differ. */
final class IdArena {

  static final int SHIFT = 13;

  /** Ids in a full arena; few enough for their bytes to fit a region of the G1 collector. */
  static final int IDS = 1 << SHIFT;

  /** So that few ids after many long ones cost no more than this. */
  private static final int MOST_AT_FIRST = 1 << 20;

  private byte[] bytes;
  private int end;
  private int count;

  /** The length of every id, while all have the same. */
  private int stride;

  /** Where each id begins, and the end; null while all ids have the same length. */
  private int @Nullable [] offsets;

  /**
   * Makes an arena.
   *
   * @param idLength how long its ids are likely to be; 0 where nothing is known
   */
  IdArena(int idLength) {
    long likely = Math.max(64, (long) idLength << SHIFT);
    bytes = new byte[(int) Math.min(likely, MOST_AT_FIRST) + Bytes.PADDING];
  }

  /** The mean length of the ids, rounded up. */
  int meanLength() {
    return (end + count - 1) / count;
  }

  void add(byte[] source, int position, int length) {
    if (count == 0) {
      stride = length;
    }
    if (offsets == null && length != stride) {
      offsets = evenOffsets();
    }
    if (end + length + Bytes.PADDING > bytes.length) {
      bytes = Arrays.copyOf(bytes, roomFor(length));
    }
    System.arraycopy(source, position, bytes, end, length);
    end += length;
    count++;
    if (offsets != null) {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, Math.min(IDS + 1, offsets.length * 2));
      }
      offsets[count] = end;
    }
  }

  boolean isAt(int id, byte[] source, int position, int length) {
    int[] starts = offsets;
    if (starts == null) {
      return length == stride && Bytes.equal(bytes, id * length, source, position, length);
    }
    int start = starts[id];
    return starts[id + 1] - start == length && Bytes.equal(bytes, start, source, position, length);
  }

  int hash(int id) {
    return Bytes.hash(bytes, start(id), length(id));
  }

  String text(int id) {
    return new String(bytes, start(id), length(id), StandardCharsets.UTF_8);
  }

  void trim() {
    bytes = Arrays.copyOf(bytes, end + Bytes.PADDING);
    if (offsets != null) {
      offsets = Arrays.copyOf(offsets, count + 1);
    }
  }

  private int start(int id) {
    return offsets == null ? id * stride : offsets[id];
  }

  private int length(int id) {
    return offsets == null ? stride : offsets[id + 1] - offsets[id];
  }

  private int[] evenOffsets() {
    int[] starts = new int[Math.min(IDS + 1, Math.max(64, count * 2))];
    for (int id = 0; id <= count; id++) {
      starts[id] = id * stride;
    }
    return starts;
  }

  private int roomFor(int more) {
    long needed = (long) end + more + Bytes.PADDING;
    if (needed > Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("8,192 ids hold more than 2 GB of text");
    }
    long doubled = 2L * bytes.length;
    long even = (long) IDS * stride + Bytes.PADDING;
    long most = offsets == null ? Math.max(needed, Math.min(doubled, even)) : doubled;
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, most));
  }
}
