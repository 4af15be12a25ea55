package io.github.churnseg.data;

import java.util.Arrays;

/**
 * A growing column of longs in {@link Pieces}, so that growing never copies what is there and a
 * loop over a piece is a loop over an array. Not safe to share while it grows.
 */
final class LongChunks {

  private static final int SMALL = 64;

  private long[][] pieces = new long[1][0];
  private int size;

  static LongChunks of(long[] values) {
    LongChunks column = new LongChunks();
    column.addAll(values, values.length);
    return column.trim();
  }

  int size() {
    return size;
  }

  long get(int line) {
    return pieces[line >>> Pieces.SHIFT][line & Pieces.MASK];
  }

  void set(int line, long value) {
    pieces[line >>> Pieces.SHIFT][line & Pieces.MASK] = value;
  }

  /** The lines from {@code number * Pieces.SIZE} on; may be longer than the column's end. */
  long[] piece(int number) {
    return pieces[number];
  }

  void add(long value) {
    room(1)[size & Pieces.MASK] = value;
    size++;
  }

  /** Appends the first {@code count} values. */
  void addAll(long[] values, int count) {
    addAll(values, 0, count);
  }

  /** Appends {@code count} values from an index on. */
  void addAll(long[] values, int from, int count) {
    for (int done = 0; done < count; ) {
      int start = size & Pieces.MASK;
      int some = Math.min(count - done, Pieces.SIZE - start);
      System.arraycopy(values, from + done, room(some), start, some);
      size += some;
      done += some;
    }
  }

  /** The last piece, with room for some more values; they must not cross its end. */
  private long[] room(int more) {
    int number = size >>> Pieces.SHIFT;
    int needed = (size & Pieces.MASK) + more;
    if (number == pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length * 2);
    }
    long[] piece = pieces[number];
    if (piece == null) {
      piece = new long[Pieces.SIZE];
      pieces[number] = piece;
    } else if (piece.length < needed) {
      int length = Math.max(needed, piece.length == 0 ? 0 : Math.max(SMALL, piece.length * 2));
      piece = Arrays.copyOf(piece, Math.min(Pieces.SIZE, length));
      pieces[number] = piece;
    }
    return piece;
  }

  /** Gives back the room that is not used. */
  LongChunks trim() {
    int used = Math.max(1, Pieces.count(size));
    if (used < pieces.length) {
      pieces = Arrays.copyOf(pieces, used);
    }
    int rest = size - ((used - 1) << Pieces.SHIFT);
    if (rest < pieces[used - 1].length) {
      pieces[used - 1] = Arrays.copyOf(pieces[used - 1], rest);
    }
    return this;
  }

  /** A copy that can be changed. */
  LongChunks copy() {
    LongChunks copy = new LongChunks();
    copy.size = size;
    copy.pieces = pieces.clone();
    for (int number = 0; number < pieces.length; number++) {
      if (pieces[number] != null) {
        copy.pieces[number] = pieces[number].clone();
      }
    }
    return copy;
  }

  /** The chosen lines, in the given order. */
  LongChunks select(IntChunks lines) {
    LongChunks chosen = new LongChunks();
    for (int i = 0; i < lines.size(); i++) {
      chosen.add(get(lines.get(i)));
    }
    return chosen.trim();
  }
}
