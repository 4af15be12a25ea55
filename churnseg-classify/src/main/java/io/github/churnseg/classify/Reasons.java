package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What every column does to one customer's prediction. */
record Reasons(List<Reason> all) {

  /** Less than a twentieth of a point is no reason. */
  private static final double LEAST = 0.0005;

  static List<Reasons> of(
      ShapValues shap, CustomerFeatures customers, CustomerFeatures background) {
    List<List<Reason>> ofRow = new ArrayList<>();
    for (int row = 0; row < customers.size(); row++) {
      ofRow.add(new ArrayList<>());
    }
    for (String column : shap.columns()) {
      ColumnValues values = ColumnValues.of(customers, column);
      String typical = typical(ColumnValues.of(background, column));
      for (int row = 0; row < customers.size(); row++) {
        ofRow.get(row).add(new Reason(column, values.text(row), typical, shap.value(row, column)));
      }
    }
    return ofRow.stream().map(Reasons::new).toList();
  }

  /** The strongest that move the probability up (sign 1) or down (-1). */
  List<Reason> first(int most, int sign) {
    return all.stream()
        .filter(reason -> sign * reason.effect() >= LEAST)
        .sorted(Comparator.comparingDouble(reason -> -sign * reason.effect()))
        .limit(most)
        .toList();
  }

  private static String typical(ColumnValues values) {
    double[] known =
        Arrays.stream(values.numbers()).filter(value -> !Double.isNaN(value)).sorted().toArray();
    if (known.length == 0) {
      return "missing";
    }
    if (values.categories().isEmpty()) {
      return ColumnValues.shown(Quantile.ofSorted(known, 0.5));
    }
    if (values.hasOrder()) {
      return values.text(known[(known.length - 1) / 2]);
    }
    double best = known[0];
    int most = 0;
    for (int from = 0, to; from < known.length; from = to) {
      to = from;
      while (to < known.length && known[to] == known[from]) {
        to++;
      }
      if (to - from > most) {
        most = to - from;
        best = known[from];
      }
    }
    return values.text(best);
  }
}
