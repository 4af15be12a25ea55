package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How many of a class are found among those with the highest probabilities, part by part.
 * Immutable.
 */
public final class Gains {

  private final String name;
  private final Ranking ranking;
  private final List<GainsPart> parts;

  private Gains(String name, Ranking ranking, List<GainsPart> parts) {
    this.name = name;
    this.ranking = ranking;
    this.parts = parts;
  }

  static Gains of(String name, Ranking ranking, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("parts=" + count + "; choose 1 or more, such as 10");
    }
    List<GainsPart> parts = new ArrayList<>();
    int group = 0;
    long upTo = ranking.size(0);
    int before = 0;
    double foundBefore = 0;
    double share = (double) ranking.positives() / ranking.size();
    for (int part = 1; part <= count; part++) {
      int to = (int) Math.round((double) ranking.size() * part / count);
      if (to == before) {
        continue;
      }
      double found = ranking.found(to);
      while (upTo < to) {
        group++;
        upTo += ranking.size(group);
      }
      parts.add(
          new GainsPart(
              part,
              to - before,
              found - foundBefore,
              (found - foundBefore) / (to - before) / share,
              found / ranking.positives(),
              found / to / share,
              ranking.score(group)));
      before = to;
      foundBefore = found;
    }
    return new Gains(name, ranking, List.copyOf(parts));
  }

  /**
   * The parts.
   *
   * @return the highest probabilities first; fewer than asked for where there are fewer customers
   */
  public List<GainsPart> parts() {
    return parts;
  }

  /**
   * How many times as many of the class are among a share of the customers with the highest
   * probabilities as among as many chosen by chance.
   *
   * @param share of the customers, above 0, at most 1
   * @return the lift; 1 is chance; {@code NaN} where nobody is of the class
   */
  public double lift(double share) {
    return gain(share) / share;
  }

  /**
   * The share of the class that is among a share of the customers with the highest probabilities.
   *
   * @param share of the customers, above 0, at most 1
   * @return 0 to 1; {@code NaN} where nobody is of the class
   */
  public double gain(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share=" + share + "; choose above 0, at most 1");
    }
    return ranking.found(share * ranking.size()) / ranking.positives();
  }

  /**
   * A table with the columns {@code part}, {@code customers}, {@code members}, {@code lift}, {@code
   * gain}, {@code cumulative lift} and {@code least probability}.
   *
   * @return a new table, a row a part
   */
  public Table toTable() {
    return Table.create(
        "gains of " + name,
        IntColumn.create("part", parts.stream().mapToInt(GainsPart::part).toArray()),
        IntColumn.create("customers", parts.stream().mapToInt(GainsPart::customers).toArray()),
        DoubleColumn.create("members", parts.stream().mapToDouble(GainsPart::members)),
        DoubleColumn.create("lift", parts.stream().mapToDouble(GainsPart::lift)),
        DoubleColumn.create("gain", parts.stream().mapToDouble(GainsPart::gain)),
        DoubleColumn.create(
            "cumulative lift", parts.stream().mapToDouble(GainsPart::cumulativeLift)),
        DoubleColumn.create(
            "least probability", parts.stream().mapToDouble(GainsPart::leastProbability)));
  }

  /** The parts. */
  @Override
  public String toString() {
    TextTable table =
        TextTable.of("part", "customers", "of the class", "lift", "gain", "lift so far", "P from");
    for (GainsPart part : parts) {
      table.row(
          Integer.toString(part.part()),
          Integer.toString(part.customers()),
          String.format(Locale.ROOT, "%.1f", part.members()),
          String.format(Locale.ROOT, "%.2f", part.lift()),
          String.format(Locale.ROOT, "%.3f", part.gain()),
          String.format(Locale.ROOT, "%.2f", part.cumulativeLift()),
          String.format(Locale.ROOT, "%.3f", part.leastProbability()));
    }
    return "gains of " + name + "\n" + table;
  }
}
