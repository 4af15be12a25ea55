package io.github.churnseg.data;

import java.util.Arrays;

/**
 * A growing column of ints in {@link Pieces}, so that growing never copies what is there and a loop
 * over a piece is a loop over an array. Not safe to share while it grows.
 */
final class IntChunks {

  private static final int SMALL = 64;

  private int[][] pieces = new int[1][0];
  private int size;

  int size() {
    return size;
  }

  int get(int line) {
    return pieces[line >>> Pieces.SHIFT][line & Pieces.MASK];
  }

  void set(int line, int value) {
    pieces[line >>> Pieces.SHIFT][line & Pieces.MASK] = value;
  }

  /** The lines from {@code number * Pieces.SIZE} on; may be longer than the column's end. */
  int[] piece(int number) {
    return pieces[number];
  }

  void add(int value) {
    room(1)[size & Pieces.MASK] = value;
    size++;
  }

  /** Appends the first {@code count} values. */
  void addAll(int[] values, int count) {
    for (int done = 0; done < count; ) {
      int start = size & Pieces.MASK;
      int some = Math.min(count - done, Pieces.SIZE - start);
      System.arraycopy(values, done, room(some), start, some);
      size += some;
      done += some;
    }
  }

  /** The last piece, with room for some more values; they must not cross its end. */
  private int[] room(int more) {
    int number = size >>> Pieces.SHIFT;
    int needed = (size & Pieces.MASK) + more;
    if (number == pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length * 2);
    }
    int[] piece = pieces[number];
    if (piece == null) {
      piece = new int[Pieces.SIZE];
      pieces[number] = piece;
    } else if (piece.length < needed) {
      int length = Math.max(needed, piece.length == 0 ? 0 : Math.max(SMALL, piece.length * 2));
      piece = Arrays.copyOf(piece, Math.min(Pieces.SIZE, length));
      pieces[number] = piece;
    }
    return piece;
  }

  /** Gives back the room that is not used. */
  IntChunks trim() {
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

  /** The chosen lines, in the given order. */
  IntChunks select(IntChunks lines) {
    IntChunks chosen = new IntChunks();
    for (int i = 0; i < lines.size(); i++) {
      chosen.add(get(lines.get(i)));
    }
    return chosen.trim();
  }
}
