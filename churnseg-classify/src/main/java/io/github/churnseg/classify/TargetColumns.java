package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The columns that targets can be chosen by: risk, spend and the features. */
final class TargetColumns {

  private final Risks risks;

  TargetColumns(Risks risks) {
    this.risks = risks;
  }

  /** Numeric columns, in the order they are shown; a feature of the same name goes before. */
  List<String> numeric() {
    List<String> names = new ArrayList<>(List.of("risk"));
    if (risks.knowsSpend()) {
      names.add("spend");
    }
    risks.customers().numericColumns().stream()
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }

  List<String> categorical() {
    return risks.customers().categoricalColumns();
  }

  /** A value a row, {@code NaN} where it is missing; a new array. */
  double[] numbers(String name) {
    CustomerFeatures customers = risks.customers();
    IntStream rows = IntStream.range(0, risks.size());
    if (customers.numericColumns().contains(name)) {
      return customers.numeric(name);
    }
    if (name.equals("risk")) {
      return rows.mapToDouble(risks::risk).toArray();
    }
    if (name.equals("spend") && risks.knowsSpend()) {
      return rows.mapToDouble(risks::spend).toArray();
    }
    String why =
        name.equals("spend")
            ? "these risks do not come from a log, so nothing is known of 'spend'; name a money"
                + " column with byExpectedLoss(…) or min(…)"
            : "no numeric column '" + name + "'";
    throw new InvalidDataException(why + "; there are " + numeric());
  }

  Categories categories(String name) {
    if (!categorical().contains(name)) {
      throw new InvalidDataException(
          "no categorical column '" + name + "'; there are " + categorical());
    }
    return risks.customers().categorical(name);
  }

  /** A quantile by linear interpolation (type 7), of the rows where the value is known. */
  static double quantile(double[] values, double share) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : Quantile.ofSorted(sorted, share);
  }
}
