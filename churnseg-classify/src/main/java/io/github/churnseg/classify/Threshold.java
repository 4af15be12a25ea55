package io.github.churnseg.classify;

import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The probability of the positive class from which on something is done about a customer. Choose it
 * on customers the model did not learn from, such as {@link CrossValidated#outOfFold()}. Immutable.
 *
 * <pre>{@code
 * Threshold threshold = Threshold.byProfit(outOfFold, labels, Campaign.keeping(200));
 * int[] rows = threshold.select(model.predict(customers));
 * }</pre>
 *
 * @param value the least probability; infinite where nothing is done about anybody
 * @param reason how it was chosen
 */
public record Threshold(double value, String reason) {

  /**
   * A threshold that was chosen elsewhere.
   *
   * @param value the least probability
   * @return the threshold
   */
  public static Threshold of(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("threshold=NaN; choose a probability");
    }
    return new Threshold(value, "given");
  }

  /**
   * Where F1 is largest; of equals the highest.
   *
   * @param predictions with a positive class
   * @param truth the class of each, in the same order
   * @return the lowest probability that was taken
   * @throws IllegalStateException if no class was named as the positive one
   */
  public static Threshold byF1(Predictions predictions, Labels truth) {
    Ranking ranking = Ranking.ofPositive(predictions, truth);
    double best = -1;
    double value = Double.POSITIVE_INFINITY;
    long found = 0;
    long taken = 0;
    for (int group = 0; group < ranking.groups(); group++) {
      found += ranking.hits(group);
      taken += ranking.size(group);
      double f1 = 2.0 * found / (taken + ranking.positives());
      if (f1 > best) {
        best = f1;
        value = ranking.score(group);
      }
    }
    return new Threshold(value, String.format(Locale.ROOT, "F1 is largest there: %.4f", best));
  }

  /**
   * Where the profit of a campaign was largest; of equals the highest.
   *
   * @param predictions with a positive class: those who leave
   * @param truth the class of each, in the same order
   * @param campaign costs and value
   * @return the lowest probability that was contacted; infinite where no contact paid
   * @throws IllegalStateException if no class was named as the positive one
   */
  public static Threshold byProfit(Predictions predictions, Labels truth, Campaign campaign) {
    ProfitPoint best = ProfitCurve.of(predictions, truth, campaign).best();
    return new Threshold(
        best.threshold(),
        String.format(
            Locale.ROOT, "profit is largest there: %.4f a customer", best.profitPerCustomer()));
  }

  /**
   * From where on a contact is expected to pay, see {@link Campaign#breakEven}. It needs no data,
   * but probabilities that bear out, see {@link Calibrated}.
   *
   * @param campaign costs and value
   * @return the threshold
   */
  public static Threshold byCost(Campaign campaign) {
    return new Threshold(campaign.breakEven(), "a contact pays from there on");
  }

  /**
   * So that no more customers are taken than can be contacted. Where the limit would part customers
   * with the same probability, none of them is taken.
   *
   * @param predictions of those who could be contacted, with a positive class
   * @param most how many can be contacted, 0 or more
   * @return the lowest probability that is taken; infinite where nobody is
   * @throws IllegalStateException if no class was named as the positive one
   */
  public static Threshold byCapacity(Predictions predictions, int most) {
    if (most < 0) {
      throw new IllegalArgumentException("capacity=" + most + "; choose 0 or more customers");
    }
    double[] rising =
        IntStream.range(0, predictions.size())
            .mapToDouble(predictions::probability)
            .sorted()
            .toArray();
    int from = Math.max(0, rising.length - most);
    while (from > 0 && from < rising.length && rising[from] == rising[from - 1]) {
      from++;
    }
    return new Threshold(
        from < rising.length ? rising[from] : Double.POSITIVE_INFINITY,
        "%d of %d customers can be contacted".formatted(most, rising.length));
  }

  /**
   * Whether something is done at this probability.
   *
   * @param probability of the positive class
   * @return true from the threshold on
   */
  public boolean reaches(double probability) {
    return probability >= value;
  }

  /**
   * The customers about whom something is done.
   *
   * @param predictions with a positive class
   * @return their rows, rising
   * @throws IllegalStateException if no class was named as the positive one
   */
  public int[] select(Predictions predictions) {
    return IntStream.range(0, predictions.size())
        .filter(row -> reaches(predictions.probability(row)))
        .toArray();
  }

  /** The value and the reason. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "P >= %.4f, %s", value, reason);
  }
}
