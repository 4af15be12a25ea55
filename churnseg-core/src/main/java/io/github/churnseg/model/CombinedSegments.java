package io.github.churnseg.model;

import io.github.churnseg.internal.CrossCounts;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tech.tablesaw.api.Table;

/**
 * Several segmentations of the same customers made into one by a {@link LabelRule}; made by {@link
 * LabelRule#combine(Assignments...)}. Immutable.
 *
 * <p>{@link #warnings()} tells when the combination only gives one of its inputs back: then it says
 * nothing that the input did not say, and a model trained on it learns that input.
 */
public final class CombinedSegments {

  /** From this adjusted Rand index on, two segmentations are the same for all practical use. */
  private static final double SAME = 0.95;

  /** An input that holds this share of what the combination tells has decided it. */
  private static final double DECIDED = 0.98;

  private final Assignments assignments;
  private final List<String> warnings;

  private CombinedSegments(Assignments assignments, List<String> warnings) {
    this.assignments = assignments;
    this.warnings = warnings;
  }

  static CombinedSegments of(LabelRule rule, List<Assignments> segmentations) {
    if (segmentations.isEmpty()) {
      throw new IllegalArgumentException("nothing to combine; give at least one segmentation");
    }
    MatchedCustomers matched = MatchedCustomers.of(segmentations);
    matched.checkNotEmpty(segmentations);
    int[][] inputs = new int[segmentations.size()][];
    Arrays.setAll(inputs, s -> matched.labels(s, segmentations.get(s)));
    Map<SegmentLabel, Integer> numbers = new LinkedHashMap<>();
    int[] combined = combine(rule, segmentations, inputs, numbers);
    Assignments first = segmentations.get(0);
    Assignments assignments =
        new Assignments(
            matched.size() == first.size()
                ? first.customers()
                : first.customers().select(matched.rows[0]),
            List.copyOf(numbers.keySet()),
            combined);
    List<String> warnings = unknownNames(rule, segmentations);
    warnings.addAll(warnings(segmentations, inputs, combined, numbers.size(), matched.size()));
    return new CombinedSegments(assignments, List.copyOf(warnings));
  }

  /** A name that nobody gives is misspelt, or belongs to another map of segments. */
  private static List<String> unknownNames(LabelRule rule, List<Assignments> segmentations) {
    Set<String> known = new TreeSet<>();
    segmentations.forEach(one -> one.labels().forEach(label -> known.add(label.name())));
    List<String> warnings = new ArrayList<>();
    for (String name : new TreeSet<>(rule.names())) {
      if (!known.contains(name)) {
        warnings.add(
            "the rule asks for the label '%s', which no segmentation gives%s; they give %s"
                .formatted(name, NearestName.question(name, known), known));
      }
    }
    return warnings;
  }

  /** Asks the rule once for each set of labels that occurs, in the order of the labels. */
  private static int[] combine(
      LabelRule rule,
      List<Assignments> segmentations,
      int[][] inputs,
      Map<SegmentLabel, Integer> numbers) {
    int[] sets = sets(segmentations, inputs);
    // One customer stands for each set.
    Map<Integer, Integer> example = new HashMap<>();
    for (int row = 0; row < sets.length; row++) {
      example.putIfAbsent(sets[row], row);
    }
    List<Integer> examples = new ArrayList<>(example.values());
    examples.sort((a, b) -> compare(inputs, a, b));
    int[] labelOf = new int[example.size()];
    for (int row : examples) {
      List<SegmentLabel> labels = new ArrayList<>();
      for (int s = 0; s < inputs.length; s++) {
        labels.add(segmentations.get(s).labels().get(inputs[s][row]));
      }
      SegmentLabel label =
          Objects.requireNonNull(
              rule.combine(List.copyOf(labels)), () -> "the rule gives no label for " + labels);
      Integer number = numbers.putIfAbsent(label, numbers.size());
      labelOf[sets[row]] = number == null ? numbers.size() - 1 : number;
    }
    return Arrays.stream(sets).map(set -> labelOf[set]).toArray();
  }

  /** Numbers the sets of labels that occur, and gives each customer the number of its set. */
  private static int[] sets(List<Assignments> segmentations, int[][] inputs) {
    int[] sets = inputs[0].clone();
    for (int s = 0; s < inputs.length; s++) {
      long width = segmentations.get(s).labels().size();
      Map<Long, Integer> numbers = new HashMap<>();
      for (int row = 0; row < sets.length; row++) {
        long pair = s == 0 ? sets[row] : sets[row] * width + inputs[s][row];
        Integer number = numbers.putIfAbsent(pair, numbers.size());
        sets[row] = number == null ? numbers.size() - 1 : number;
      }
    }
    return sets;
  }

  private static int compare(int[][] inputs, int a, int b) {
    int difference = 0;
    for (int s = 0; s < inputs.length && difference == 0; s++) {
      difference = Integer.compare(inputs[s][a], inputs[s][b]);
    }
    return difference;
  }

  private static List<String> warnings(
      List<Assignments> segmentations, int[][] inputs, int[] combined, int labels, int shared) {
    List<String> warnings = new ArrayList<>();
    for (int s = 0; s < inputs.length; s++) {
      Assignments input = segmentations.get(s);
      if (input.size() > shared) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "%,d customers of segmentation %d are not in all the others and were left out",
                input.size() - shared,
                s + 1));
      }
      if (inputs.length > 1) {
        CrossCounts counts = CrossCounts.of(inputs[s], input.labels().size(), combined, labels);
        decidedBy(s, counts).ifPresent(warnings::add);
      }
    }
    if (labels == 1) {
      warnings.add("all customers have the same label: the combination tells nobody apart");
    }
    return List.copyOf(warnings);
  }

  private static Optional<String> decidedBy(int segmentation, CrossCounts counts) {
    double entropy = counts.columnEntropy();
    if (entropy == 0 || counts.mutualInformation() < DECIDED * entropy) {
      return Optional.empty();
    }
    double same = counts.adjustedRand();
    return Optional.of(
        String.format(
            Locale.ROOT,
            same >= SAME
                ? "the combination gives segmentation %d back (adjusted Rand %.3f): the others add"
                    + " next to nothing"
                : "segmentation %d decides the combination alone (adjusted Rand %.3f): the others"
                    + " add next to nothing",
            segmentation + 1,
            same));
  }

  /**
   * The combined label of each customer who is in all the segmentations, in the order of the first.
   *
   * @return the assignments
   */
  public Assignments assignments() {
    return assignments;
  }

  /**
   * What a reader should know before using the labels: that they only repeat one of the inputs, or
   * that customers were left out.
   *
   * @return sentences, none if all is well
   */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * A table with the columns {@code customer} and {@code segment}.
   *
   * @return a new table, a row a customer
   */
  public Table toTable() {
    return assignments.toTable();
  }

  /** The size and share of each label, and the warnings. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("segment", "customers", "share");
    assignments
        .counts()
        .forEach(
            (label, count) ->
                table.row(
                    label.name(),
                    String.format(Locale.ROOT, "%,d", count),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * count / assignments.size())));
    StringBuilder text = new StringBuilder(table.toString());
    warnings.forEach(warning -> text.append("Warning: ").append(warning).append('\n'));
    return text.toString();
  }
}
