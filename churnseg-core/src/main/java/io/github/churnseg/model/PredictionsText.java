package io.github.churnseg.model;

import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints the first of some predictions. */
final class PredictionsText {

  private static final int MOST_CUSTOMERS = 10;

  /** With more, the columns would be too narrow to read. */
  private static final int MOST_CLASSES = 5;

  private final Predictions predictions;
  private final List<String> classes;

  private PredictionsText(Predictions predictions) {
    this.predictions = predictions;
    this.classes = predictions.classes();
  }

  static String of(Predictions predictions) {
    PredictionsText text = new PredictionsText(predictions);
    int shown = Math.min(MOST_CUSTOMERS, predictions.size());
    TextTable table =
        predictions.classes().size() <= MOST_CLASSES
            ? text.allClasses(shown)
            : text.likeliestClasses(shown);
    boolean more = shown < predictions.size();
    return table + (more ? "… " + predictions.size() + " customers in all\n" : "");
  }

  private TextTable allClasses(int shown) {
    List<String> header = new ArrayList<>(List.of("customer", "label"));
    classes.forEach(name -> header.add("P(" + name + ")"));
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int row = 0; row < shown; row++) {
      List<String> cells = new ArrayList<>(List.of(predictions.id(row), predictions.label(row)));
      for (int index = 0; index < classes.size(); index++) {
        cells.add(probability(row, index));
      }
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** The label and what comes closest to it. */
  private TextTable likeliestClasses(int shown) {
    TextTable table = TextTable.of("customer", "label", "P", "next", "P");
    for (int at = 0; at < shown; at++) {
      int row = at;
      int label = predictions.labelIndex(row);
      int next =
          IntStream.range(0, classes.size())
              .filter(index -> index != label)
              .boxed()
              .max(Comparator.comparingDouble(index -> predictions.probability(row, index)))
              .orElseThrow();
      table.row(
          predictions.id(row),
          classes.get(label),
          probability(row, label),
          classes.get(next),
          probability(row, next));
    }
    return table;
  }

  private String probability(int row, int index) {
    return String.format(Locale.ROOT, "%.3f", predictions.probability(row, index));
  }
}
