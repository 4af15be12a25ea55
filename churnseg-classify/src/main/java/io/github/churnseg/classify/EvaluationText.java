package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How an evaluation prints. */
final class EvaluationText {

  private final Evaluation shown;

  EvaluationText(Evaluation shown) {
    this.shown = shown;
  }

  @Override
  public String toString() {
    String whom =
        shown.positive().map(name -> "positive class " + name).orElse("mean over the classes");
    StringBuilder out = new StringBuilder(TextWrap.wrap(shown.size() + " customers, " + whom, 2));
    out.append(figures()).append('\n');
    if (shown.positive().isPresent() || shown.classes().size() == 2) {
      out.append("AUC ").append(shown.aucInterval()).append(" by DeLong's method\n\n");
    }
    out.append(confusionText());
    shown.warnings().forEach(one -> out.append(TextWrap.wrap("warning: " + one, 2)));
    return out.toString();
  }

  private TextTable figures() {
    List<String> header = new ArrayList<>(List.of(""));
    List<String> model = new ArrayList<>(List.of("model"));
    List<String> guess = new ArrayList<>(List.of("baseline"));
    List<String> column = new ArrayList<>();
    Evaluation baseline = shown.baseline();
    for (Metric metric : Metric.values()) {
      header.add(metric.toString());
      model.add(digits(shown.get(metric)));
      guess.add(digits(baseline.get(metric)));
    }
    TextTable table =
        TextTable.of(header.toArray(new String[0]))
            .row(model.toArray(new String[0]))
            .row(guess.toArray(new String[0]));
    shown
        .bestFeature()
        .ifPresent(
            one -> {
              column.add("only " + one.column());
              for (Metric metric : Metric.values()) {
                column.add(metric == Metric.AUC ? digits(one.auc()) : "");
              }
              table.row(column.toArray(new String[0]));
            });
    return table;
  }

  private TextTable confusionText() {
    List<String> classes = shown.classes();
    String[] header = new String[1 + classes.size()];
    header[0] = "actual";
    for (int index = 0; index < classes.size(); index++) {
      header[1 + index] = "predicted " + classes.get(index);
    }
    TextTable table = TextTable.of(header);
    for (int actual = 0; actual < classes.size(); actual++) {
      String[] cells = new String[header.length];
      cells[0] = classes.get(actual);
      for (int index = 0; index < classes.size(); index++) {
        cells[1 + index] = Integer.toString(shown.confusion(actual, index));
      }
      table.row(cells);
    }
    return table;
  }

  static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
