package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The customers to contact, highest first, and those held out. Immutable. */
public final class TargetList {

  private static final int SHOWN = 10;

  private final Risks risks;
  private final String rank;
  private final double[] scores;

  /** Rows to contact and rows held out, each highest first. */
  private final int[] contacts;

  private final int[] control;
  private final List<TargetStep> steps;

  private TargetList(
      Risks risks,
      String rank,
      double[] scores,
      int[] contacts,
      int[] control,
      List<TargetStep> steps) {
    this.risks = risks;
    this.rank = rank;
    this.scores = scores;
    this.contacts = contacts;
    this.control = control;
    this.steps = List.copyOf(steps);
  }

  static TargetList of(Risks risks, Targets targets) {
    TargetColumns columns = new TargetColumns(risks);
    double[] scores = targets.rank().scores().apply(columns);
    List<TargetStep> steps = new ArrayList<>();
    int[] rows =
        IntStream.range(0, risks.size()).filter(row -> !Double.isNaN(scores[row])).toArray();
    steps.add(new TargetStep("customers with a risk", risks.size()));
    if (rows.length < risks.size()) {
      steps.add(new TargetStep(targets.rank().name() + " is known", rows.length));
    }
    for (TargetRule rule : targets.rules()) {
      TargetRule.Bound bound = rule.bind(risks, columns);
      rows = Arrays.stream(rows).filter(bound.holds()).toArray();
      steps.add(new TargetStep(bound.shown(), rows.length));
    }
    int[] ranked =
        Arrays.stream(rows)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> -scores[row])
                    .thenComparingDouble(row -> -risks.risk(row))
                    .thenComparing(risks::id))
            .mapToInt(Integer::intValue)
            .toArray();
    long most = (long) targets.capacity(risks.size()) + targets.control();
    int[] chosen = Arrays.copyOf(ranked, (int) Math.min(most, ranked.length));
    if (chosen.length < ranked.length) {
      steps.add(new TargetStep("the first by " + targets.rank().name(), chosen.length));
    }
    boolean[] heldOut = heldOut(risks, chosen, targets);
    int[] contacts = Arrays.stream(chosen).filter(row -> !heldOut[row]).toArray();
    int[] control = Arrays.stream(chosen).filter(row -> heldOut[row]).toArray();
    if (control.length > 0) {
      steps.add(new TargetStep("not held out", contacts.length));
    }
    return new TargetList(risks, targets.rank().name(), scores, contacts, control, steps);
  }

  private static boolean[] heldOut(Risks risks, int[] chosen, Targets targets) {
    boolean[] heldOut = new boolean[risks.size()];
    if (targets.control() == 0) {
      return heldOut;
    }
    if (targets.control() >= chosen.length) {
      throw new InvalidDataException(
          "control group of %d, but only %d customers are chosen; hold fewer out, or choose more"
              .formatted(targets.control(), chosen.length));
    }
    Arrays.stream(chosen)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer row) -> draw(risks.id(row), targets.seed()))
                .thenComparing(risks::id))
        .limit(targets.control())
        .forEach(row -> heldOut[row] = true);
    return heldOut;
  }

  /** A number of a customer's own, so that neither the order nor the others decide who is drawn. */
  private static long draw(String id, long seed) {
    long hash = seed;
    for (int i = 0; i < id.length(); i++) {
      hash = new SplittableRandom(hash ^ id.charAt(i)).nextLong();
    }
    return hash;
  }

  /**
   * How many to contact.
   *
   * @return customers
   */
  public int size() {
    return contacts.length;
  }

  /**
   * Whom to contact.
   *
   * @return ids, highest first
   */
  public List<String> ids() {
    return Arrays.stream(contacts).mapToObj(risks::id).toList();
  }

  /**
   * Who would have been contacted but is held out.
   *
   * @return ids, highest first; none unless {@link Targets#control} was asked for
   */
  public List<String> control() {
    return Arrays.stream(control).mapToObj(risks::id).toList();
  }

  /**
   * How many customers each condition has left.
   *
   * @return in the order they were asked, from all who have a risk to those to contact
   */
  public List<TargetStep> steps() {
    return steps;
  }

  /**
   * How those chosen, held out or not, differ from all others who have a risk.
   *
   * @return their profile
   * @throws InvalidDataException if nobody is chosen, or everybody
   */
  public TargetProfile profile() {
    return TargetProfile.of(
        risks, IntStream.concat(Arrays.stream(contacts), Arrays.stream(control)));
  }

  /**
   * A table with the columns {@code customer}, {@code risk}, {@code spend} where it is known, and
   * what they are ranked by, of those to contact.
   *
   * @return a new table, a row a customer, highest first; those held out are not in it
   */
  public Table toTable() {
    return table("targets", contacts);
  }

  /**
   * The same table of those held out, to be compared with later.
   *
   * @return a new table
   */
  public Table controlTable() {
    return table("control", control);
  }

  private Table table(String name, int[] rows) {
    Table table =
        Table.create(
            name,
            StringColumn.create("customer", Arrays.stream(rows).mapToObj(risks::id)),
            DoubleColumn.create("risk", Arrays.stream(rows).mapToDouble(risks::risk)));
    if (risks.knowsSpend()) {
      table.addColumns(DoubleColumn.create("spend", Arrays.stream(rows).mapToDouble(risks::spend)));
    }
    if (!rank.equals("risk")) {
      table.addColumns(
          DoubleColumn.create(rank, Arrays.stream(rows).mapToDouble(row -> scores[row])));
    }
    return table;
  }

  /**
   * A table with the columns {@code condition} and {@code customers}.
   *
   * @return a new table, a row a step
   */
  public Table stepsTable() {
    return Table.create(
        "steps",
        StringColumn.create("condition", steps.stream().map(TargetStep::condition)),
        IntColumn.create("customers", steps.stream().mapToInt(TargetStep::customers).toArray()));
  }

  /** The counts, then the first to contact. */
  @Override
  public String toString() {
    TextTable counts = TextTable.of("condition", "customers");
    steps.forEach(
        step -> counts.row(step.condition(), String.format(Locale.ROOT, "%,d", step.customers())));
    TextTable first = TextTable.of("customer", "risk", rank.equals("risk") ? "rank" : rank);
    for (int at = 0; at < Math.min(SHOWN, contacts.length); at++) {
      int row = contacts[at];
      first.row(
          risks.id(row),
          String.format(Locale.ROOT, "%.3f", risks.risk(row)),
          rank.equals("risk")
              ? Integer.toString(at + 1)
              : String.format(Locale.ROOT, "%,.2f", scores[row]));
    }
    return counts
        + "\n"
        + first
        + (SHOWN < size() ? String.format(Locale.ROOT, "… %,d to contact\n", size()) : "");
  }
}
