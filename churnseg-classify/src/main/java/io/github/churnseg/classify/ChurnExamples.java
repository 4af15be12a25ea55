package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.features.Labels;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Customers at a cut, and what became of them in the outcome window. Immutable.
 *
 * <pre>{@code
 * ChurnExamples examples = Churn.afterSilenceOf(Period.ofDays(90)).features(Rfm.withDefaults())
 *     .examples(log, LocalDateTime.of(2011, 9, 1, 0, 0));
 * ClassifierModel model = RandomForest.trees(300).fit(examples.customers(), examples.labels());
 * }</pre>
 */
public final class ChurnExamples {

  private final LocalDateTime cut;
  private final LocalDateTime outcomeFrom;
  private final LocalDateTime outcomeThrough;
  private final AtRisk atRisk;
  private final Labels labels;

  private ChurnExamples(Churn churn, LocalDateTime cut, AtRisk atRisk, Labels labels) {
    this.cut = cut;
    this.outcomeFrom = churn.outcomeFrom(cut);
    this.outcomeThrough = churn.outcomeThrough(cut);
    this.atRisk = atRisk;
    this.labels = labels;
  }

  static ChurnExamples of(
      Churn churn,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      Transactions log,
      LocalDateTime cut) {
    LocalDateTime end = log.observedThrough();
    if (churn.outcomeThrough(cut).isAfter(end)) {
      throw new InvalidDataException(
          ("the outcome of a cut at %s is known at %s, but the log is observed through %s only;"
                  + " choose %s or earlier")
              .formatted(cut, churn.outcomeThrough(cut), end, churn.cutBefore(end)));
    }
    AtRisk atRisk = AtRisk.of(churn, extractor, log, cut);
    boolean[] buys = buys(log, churn.outcomeFrom(cut), churn.outcomeThrough(cut));
    List<String> classes = new ArrayList<>(atRisk.customers().size());
    for (int customer : atRisk.numbers()) {
      classes.add(buys[customer] ? Churn.STAYED : Churn.LEFT);
    }
    Labels labels = Labels.of(classes);
    return new ChurnExamples(
        churn,
        cut,
        atRisk,
        labels.classes().contains(Churn.LEFT) ? labels.positive(Churn.LEFT) : labels);
  }

  private static boolean[] buys(Transactions log, LocalDateTime after, LocalDateTime through) {
    long first = Windows.millis(after);
    long last = Windows.millis(through);
    boolean[] buys = new boolean[log.customers()];
    for (int line = 0; line < log.size(); line++) {
      long time = log.epochMillis(line);
      if (time > first && time <= last && !log.isReturn(line)) {
        buys[log.customer(line)] = true;
      }
    }
    return buys;
  }

  /**
   * The moment the features are true of.
   *
   * @return the cut, in the log's local time
   */
  public LocalDateTime cut() {
    return cut;
  }

  /**
   * Where the outcome window begins: purchases later than this make a customer stay.
   *
   * @return a gap after the cut
   */
  public LocalDateTime outcomeFrom() {
    return outcomeFrom;
  }

  /**
   * Where the outcome window ends, itself included.
   *
   * @return a moment in the log's local time
   */
  public LocalDateTime outcomeThrough() {
    return outcomeThrough;
  }

  /**
   * The customers who had not been silent for too long at the cut.
   *
   * @return their features
   */
  public CustomerFeatures customers() {
    return atRisk.customers();
  }

  /**
   * What became of each.
   *
   * @return {@link Churn#LEFT} or {@link Churn#STAYED}; the first is the positive class wherever
   *     somebody left
   */
  public Labels labels() {
    return labels;
  }

  /**
   * Buyers who had been silent for too long at the cut already, and are no rows here.
   *
   * @return customers
   */
  public int gone() {
    return atRisk.gone();
  }

  /**
   * Customers who could still leave, but whom the extractor gives no row.
   *
   * @return customers
   */
  public int withoutFeatures() {
    return atRisk.withoutFeatures();
  }

  /** Days since each last bought, and nothing else. */
  CustomerFeatures recencyOnly() {
    return atRisk.recencyOnly();
  }

  int left() {
    return labels.counts().getOrDefault(Churn.LEFT, 0);
  }

  int stayed() {
    return labels.size() - left();
  }

  /** The windows, and how many of whom. */
  @Override
  public String toString() {
    return "cut %s, outcome after %s through %s; %s; %d gone already, %d without features"
        .formatted(cut, outcomeFrom, outcomeThrough, labels, gone(), withoutFeatures());
  }
}
