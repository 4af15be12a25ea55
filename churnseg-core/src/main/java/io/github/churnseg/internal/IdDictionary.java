package io.github.churnseg.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gives text ids dense numbers, in the order they first occur.
 *
 * <p>An id costs its UTF-8 bytes (and four more where lengths differ), not an object. Looked up by
 * open addressing: a slot holds 32 bits of hash and the number, so that a lookup touches the bytes
 * of one id only. The index is dropped by {@link #trim()} and made again when someone looks up.
 * Reading is safe from many threads once nothing is added any more.
 */
public final class IdDictionary {

  private static final int FIRST_SLOTS = 4;
  private static final double LOAD = 0.6;

  private IdArena[] arenas = new IdArena[1];
  private int size;

  /** Hash in the upper, number + 1 in the lower half; indexed by the top bits of the hash. */
  private volatile long @Nullable [] slots = new long[FIRST_SLOTS];

  private int limit = (int) (FIRST_SLOTS * LOAD);
  private long[] first = new long[0];

  /** How many ids have a number. */
  public int size() {
    return size;
  }

  /**
   * The number of an id; a new one gets the next number.
   *
   * @return the number, or -1 if the id is no text; see {@link Utf8}
   */
  public int add(String id) {
    byte[] bytes = padded(id);
    if (bytes == null) {
      return -1;
    }
    int length = bytes.length - Bytes.PADDING;
    return add(bytes, 0, length, Bytes.hash(bytes, 0, length));
  }

  /** The number of an id that is given as bytes; see {@link Bytes} for the padding. */
  public int add(byte[] bytes, int position, int length, int hash) {
    long[] table = index();
    int mask = table.length - 1;
    int at = hash >>> shift(table);
    for (; table[at] != 0; at = (at + 1) & mask) {
      long slot = table[at];
      if ((int) (slot >>> 32) == hash && isAt((int) slot - 1, bytes, position, length)) {
        return (int) slot - 1;
      }
    }
    int number = keep(bytes, position, length);
    if (size > limit) {
      put(grow(table), hash, number);
    } else {
      table[at] = slot(hash, number);
    }
    return number;
  }

  /**
   * The numbers of many ids.
   *
   * @param slices position of each in the lower, length in the upper half; negative for none
   * @param numbers receives the numbers, -1 for none
   */
  public void addAll(byte[] bytes, long[] slices, int[] hashes, int count, int[] numbers) {
    if (first.length < count) {
      first = new long[count + (count >> 1)];
    }
    long[] firstSlot = first;
    long[] table = index();
    int shift = shift(table);
    // One load a line that depends on no other: the misses overlap. On big tables that is twice
    // as fast as looking up line by line.
    for (int i = 0; i < count; i++) {
      firstSlot[i] = table[hashes[i] >>> shift];
    }
    for (int i = 0; i < count; i++) {
      long slice = slices[i];
      if (slice < 0) {
        numbers[i] = -1;
        continue;
      }
      long slot = firstSlot[i];
      int position = (int) slice;
      int length = (int) (slice >>> 32);
      int number = (int) slot - 1;
      numbers[i] =
          number >= 0 && (int) (slot >>> 32) == hashes[i] && isAt(number, bytes, position, length)
              ? number
              : add(bytes, position, length, hashes[i]);
    }
  }

  /** The number of an id, or -1. */
  public int find(String id) {
    byte[] bytes = padded(id);
    if (bytes == null) {
      return -1;
    }
    int length = bytes.length - Bytes.PADDING;
    return find(bytes, 0, length, Bytes.hash(bytes, 0, length));
  }

  /** The id of a number, made anew. */
  public String get(int number) {
    if (number < 0 || number >= size) {
      throw new IndexOutOfBoundsException("no id " + number + "; there are " + size);
    }
    return arenas[number >>> IdArena.SHIFT].text(number & (IdArena.IDS - 1));
  }

  /** Gives back the room that only adding needs. */
  public IdDictionary trim() {
    slots = null;
    first = new long[0];
    arenas = Arrays.copyOf(arenas, (size + IdArena.IDS - 1) >>> IdArena.SHIFT);
    if (arenas.length > 0) {
      arenas[arenas.length - 1].trim();
    }
    return this;
  }

  private int find(byte[] bytes, int position, int length, int hash) {
    long[] table = index();
    int mask = table.length - 1;
    for (int at = hash >>> shift(table); table[at] != 0; at = (at + 1) & mask) {
      long slot = table[at];
      if ((int) (slot >>> 32) == hash && isAt((int) slot - 1, bytes, position, length)) {
        return (int) slot - 1;
      }
    }
    return -1;
  }

  /** Takes in the bytes of a new id. */
  private int keep(byte[] bytes, int position, int length) {
    int arena = size >>> IdArena.SHIFT;
    if (arena >= arenas.length) {
      arenas = Arrays.copyOf(arenas, Math.max(1, arenas.length * 2));
    }
    if (arenas[arena] == null) {
      arenas[arena] = new IdArena(arena == 0 ? 0 : arenas[arena - 1].meanLength());
    }
    arenas[arena].add(bytes, position, length);
    return size++;
  }

  private boolean isAt(int number, byte[] bytes, int position, int length) {
    return arenas[number >>> IdArena.SHIFT].isAt(
        number & (IdArena.IDS - 1), bytes, position, length);
  }

  private static void put(long[] table, int hash, int number) {
    int mask = table.length - 1;
    int at = hash >>> shift(table);
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = slot(hash, number);
  }

  private static long slot(int hash, int number) {
    return ((long) hash << 32) | (number + 1);
  }

  /** Indexing by the top bits keeps the order of slots when the table doubles: a linear sweep. */
  private long[] grow(long[] table) {
    long[] doubled = new long[table.length * 2];
    for (long slot : table) {
      if (slot != 0) {
        put(doubled, (int) (slot >>> 32), (int) slot - 1);
      }
    }
    limit = (int) (doubled.length * LOAD);
    slots = doubled;
    return doubled;
  }

  private long[] index() {
    long[] table = slots;
    return table == null ? makeIndex() : table;
  }

  /** Of threads that come at once, one makes it and the others wait for it. */
  private synchronized long[] makeIndex() {
    long[] made = slots;
    if (made != null) {
      return made;
    }
    int length = FIRST_SLOTS;
    while (length * LOAD < size + 1) {
      length *= 2;
    }
    long[] table = new long[length];
    for (int number = 0; number < size; number++) {
      put(table, arenas[number >>> IdArena.SHIFT].hash(number & (IdArena.IDS - 1)), number);
    }
    limit = (int) (length * LOAD);
    slots = table;
    return table;
  }

  private static int shift(long[] table) {
    return 32 - Integer.numberOfTrailingZeros(table.length);
  }

  /** The bytes of an id, or null if it is no text. */
  private static byte @Nullable [] padded(String id) {
    int length = id.length();
    byte[] bytes = new byte[length + Bytes.PADDING];
    for (int i = 0; i < length; i++) {
      char c = id.charAt(i);
      if (c > 127) {
        return paddedBeyondAscii(id);
      }
      bytes[i] = (byte) c;
    }
    return bytes;
  }

  private static byte @Nullable [] paddedBeyondAscii(String id) {
    if (!Utf8.canHold(id)) {
      return null; // encoding would put a question mark, and make two ids one
    }
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + Bytes.PADDING);
  }
}
