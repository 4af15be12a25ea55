package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.BitSet;
import java.util.Locale;

/** Refuses joins in which keys repeat where the declared cardinality says that they do not. */
final class FanOut {

  private FanOut() {}

  static void refuse(Cardinality declared, JoinKey key, JoinSide left, JoinSide right) {
    String join = left.table() + " and " + right.table() + " joined " + declared + " on " + key;
    if (declared.rightUnique() && firstRepeated(right, left) >= 0) {
      throw new InvalidDataException(
          join
              + ": "
              + repeats(right, left, left, right)
              + growth(left, right)
              + aggregate(left, right));
    }
    if (declared.leftUnique() && firstRepeated(left, right) >= 0) {
      throw new InvalidDataException(
          join
              + ": "
              + repeats(left, right, left, right)
              + ". "
              + declareOther(declared, left, right));
    }
  }

  /** The first row whose key is no longer alone; one that meets the other side if there is any. */
  private static int firstRepeated(JoinSide side, JoinSide other) {
    int first = -1;
    for (int row = 0; row < side.rows(); row++) {
      int key = side.key(row);
      if (side.count(key) > 1) {
        if (other.count(key) > 0) {
          return row;
        }
        first = first < 0 ? row : first;
      }
    }
    return first;
  }

  private static String repeats(JoinSide side, JoinSide other, JoinSide left, JoinSide right) {
    int first = firstRepeated(side, other);
    int key = side.key(first);
    return String.format(
        Locale.ROOT,
        "%,d keys repeat in %s, the first is %s in %,d rows of %s and %,d of %s",
        repeatedKeys(side),
        side.table(),
        side.text(first),
        left.count(key),
        left.table(),
        right.count(key),
        right.table());
  }

  private static int repeatedKeys(JoinSide side) {
    BitSet repeated = new BitSet();
    for (int row = 0; row < side.rows(); row++) {
      if (side.count(side.key(row)) > 1) {
        repeated.set(side.key(row));
      }
    }
    return repeated.cardinality();
  }

  private static String growth(JoinSide left, JoinSide right) {
    long rows = 0;
    for (int row = 0; row < left.rows(); row++) {
      rows += Math.max(1, right.count(left.key(row)));
    }
    return String.format(
        Locale.ROOT, "; %s would grow from %,d rows to %,d", left.table(), left.rows(), rows);
  }

  private static String aggregate(JoinSide left, JoinSide right) {
    String declare =
        firstRepeated(left, right) < 0 ? ", or declare oneToMany if the growth is wanted" : "";
    return ". Aggregate " + right.table() + " to one row a key first, see Aggregate.by" + declare;
  }

  private static String declareOther(Cardinality declared, JoinSide left, JoinSide right) {
    return declared.rightUnique()
        ? "Declare manyToOne if rows of " + left.table() + " may share one of " + right.table()
        : "Rows of both would multiply: aggregate one of them first, see Aggregate.by";
  }
}
