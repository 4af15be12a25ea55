package io.github.churnseg.data;

import java.util.Arrays;

/**
 * A growing column of doubles in {@link Pieces}, so that growing never copies what is there and a
 * loop over a piece is a loop over an array. Not safe to share while it grows.
 */
final class DoubleChunks {

  private static final int SMALL = 64;

  private double[][] pieces = new double[1][0];
  private int size;

  static DoubleChunks of(double[] values) {
    DoubleChunks column = new DoubleChunks();
    column.addAll(values, values.length);
    return column.trim();
  }

  int size() {
    return size;
  }

  double get(int line) {
    return pieces[line >>> Pieces.SHIFT][line & Pieces.MASK];
  }

  void set(int line, double value) {
    pieces[line >>> Pieces.SHIFT][line & Pieces.MASK] = value;
  }

  /** The lines from {@code number * Pieces.SIZE} on; may be longer than the column's end. */
  double[] piece(int number) {
    return pieces[number];
  }

  void add(double value) {
    room(1)[size & Pieces.MASK] = value;
    size++;
  }

  /** Appends the first {@code count} values. */
  void addAll(double[] values, int count) {
    for (int done = 0; done < count; ) {
      int start = size & Pieces.MASK;
      int some = Math.min(count - done, Pieces.SIZE - start);
      System.arraycopy(values, done, room(some), start, some);
      size += some;
      done += some;
    }
  }

  /** The last piece, with room for some more values; they must not cross its end. */
  private double[] room(int more) {
    int number = size >>> Pieces.SHIFT;
    int needed = (size & Pieces.MASK) + more;
    if (number == pieces.length) {
      pieces = Arrays.copyOf(pieces, pieces.length * 2);
    }
    double[] piece = pieces[number];
    if (piece == null) {
      piece = new double[Pieces.SIZE];
      pieces[number] = piece;
    } else if (piece.length < needed) {
      int length = Math.max(needed, piece.length == 0 ? 0 : Math.max(SMALL, piece.length * 2));
      piece = Arrays.copyOf(piece, Math.min(Pieces.SIZE, length));
      pieces[number] = piece;
    }
    return piece;
  }

  /** Gives back the room that is not used. */
  DoubleChunks trim() {
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
  DoubleChunks select(IntChunks lines) {
    DoubleChunks chosen = new DoubleChunks();
    for (int i = 0; i < lines.size(); i++) {
      chosen.add(get(lines.get(i)));
    }
    return chosen.trim();
  }
}
