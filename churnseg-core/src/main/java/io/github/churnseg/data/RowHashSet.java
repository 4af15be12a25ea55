package io.github.churnseg.data;

/** The 128-bit hashes of the rows seen so far, by open addressing. */
final class RowHashSet {

  private long[] slots = new long[2 << 1];
  private int size;

  /** Whether this hash is new; it is remembered. */
  boolean add(long high, long low) {
    // Two zeros mark a free slot; the one row in 2^128 that has them takes its neighbour's place.
    long first = (high | low) == 0 ? 1 : high;
    if ((size + 1) * 3L > slots.length) { // at most two thirds full
      grow();
    }
    int at = slotOf(first, low);
    if ((slots[at] | slots[at + 1]) != 0) {
      return false;
    }
    slots[at] = first;
    slots[at + 1] = low;
    size++;
    return true;
  }

  /** Where the hash is, or the free slot where it belongs. */
  private int slotOf(long high, long low) {
    int mask = slots.length - 1;
    int at = (int) (low << 1) & mask;
    while ((slots[at] | slots[at + 1]) != 0 && (slots[at] != high || slots[at + 1] != low)) {
      at = (at + 2) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = slots;
    if (old.length >= 1 << 30) {
      throw new OutOfMemoryError("more than 350 million rows to compare for duplicates");
    }
    slots = new long[old.length * 2];
    for (int at = 0; at < old.length; at += 2) {
      if ((old[at] | old[at + 1]) != 0) {
        int slot = slotOf(old[at], old[at + 1]);
        slots[slot] = old[at];
        slots[slot + 1] = old[at + 1];
      }
    }
  }
}
