package io.github.churnseg.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives ids, none of them twice, their numbers in order. They are looked up some thousands at a
 * time, which of millions takes a third of the time of one by one. One thread.
 */
public final class DistinctIds {

  /** Says what is wrong with an id, in the words of whoever has the ids. */
  public interface Refusal {

    /** It has the number {@code first} already. */
    RuntimeException twice(String id, int first, int second);

    /** It is no text; see {@link Utf8}. */
    RuntimeException noText(String id, int number);
  }

  private static final int BATCH = 1 << 13;
  private static final int BATCH_BYTES = 1 << 19;

  private final Refusal refusal;
  private final IdDictionary ids = new IdDictionary();
  private long[] slices = new long[4];
  private int[] hashes = new int[4];
  private byte[] bytes = new byte[64];
  private int end;
  private int count;

  /** None yet. */
  public DistinctIds(Refusal refusal) {
    this.refusal = refusal;
  }

  /** Adds an id; what is wrong with it is perhaps thrown later. */
  public void add(String id) {
    int length = write(id);
    if (length < 0) {
      number();
      throw refusal.noText(id, ids.size());
    }
    if (count == slices.length) {
      slices = Arrays.copyOf(slices, 2 * count);
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    slices[count] = (long) length << 32 | end;
    hashes[count] = Bytes.hash(bytes, end, length);
    end += length;
    if (++count == BATCH || end > BATCH_BYTES) {
      number();
    }
  }

  /** All ids; nothing can be added any more. */
  public IdDictionary all() {
    number();
    return ids.trim();
  }

  /** The length in bytes, or -1 if it is no text. */
  private int write(String id) {
    int length = id.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c > 127) {
        return writeBeyondAscii(id);
      }
      bytes[end + i] = (byte) c;
    }
    return length;
  }

  private int writeBeyondAscii(String id) {
    if (!Utf8.canHold(id)) {
      return -1;
    }
    byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    return utf8.length;
  }

  private void room(int length) {
    int needed = end + length + Bytes.PADDING;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
    }
  }

  /** Numbers those that wait. */
  private void number() {
    int first = ids.size();
    int[] numbers = new int[count];
    ids.addAll(bytes, slices, hashes, count, numbers);
    for (int i = 0; i < count; i++) {
      if (numbers[i] != first + i) {
        throw refusal.twice(ids.get(numbers[i]), numbers[i], first + i);
      }
    }
    count = 0;
    end = 0;
  }
}
