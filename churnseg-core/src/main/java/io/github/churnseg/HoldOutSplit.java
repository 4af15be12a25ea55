package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Mix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Who is learnt from and who is measured on: of each class the same share. */
final class HoldOutSplit {

  /** A fifth: enough to learn from the rest, and the usual choice where one split must do. */
  private static final double SHARE = 0.2;

  private final int[] trained;
  private final int[] heldOut;

  private HoldOutSplit(int[] trained, int[] heldOut) {
    this.trained = trained;
    this.heldOut = heldOut;
  }

  /** By hashes of the ids, so that neither the order of the rows nor a seed matters. */
  static HoldOutSplit of(CustomerFeatures customers, Labels labels) {
    long[] hashes = new long[customers.size()];
    Arrays.setAll(hashes, row -> Mix.text(customers.id(row)));
    boolean[] out = new boolean[hashes.length];
    for (int index = 0; index < labels.classes().size(); index++) {
      int wanted = index;
      int[] rows =
          IntStream.range(0, hashes.length)
              .filter(row -> labels.index(row) == wanted)
              .boxed()
              .sorted(
                  Comparator.<Integer>comparingLong(row -> hashes[row])
                      .thenComparing(customers::id))
              .mapToInt(row -> row)
              .toArray();
      Arrays.stream(rows).limit(Math.round(SHARE * rows.length)).forEach(row -> out[row] = true);
    }
    return new HoldOutSplit(rows(out, false), rows(out, true));
  }

  private static int[] rows(boolean[] out, boolean wanted) {
    return IntStream.range(0, out.length).filter(row -> out[row] == wanted).toArray();
  }

  int[] trained() {
    return trained.clone();
  }

  int[] heldOut() {
    return heldOut.clone();
  }
}
