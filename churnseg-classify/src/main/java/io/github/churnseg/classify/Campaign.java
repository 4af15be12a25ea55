package io.github.churnseg.classify;

/**
 * What it costs to keep customers, and what it brings, in one currency. Immutable: each wither
 * returns a new campaign.
 *
 * <p>A customer who is contacted costs {@code contact}. Who would have left takes the offer with
 * the probability of acceptance, then costs {@code offer} more and keeps bringing {@code value}.
 * Who would have stayed takes the offer gladly, and costs it for nothing (Neslin et al. 2006;
 * Verbraken, Verbeke, Baesens 2013, doi:10.1109/TKDE.2012.50).
 *
 * <pre>{@code
 * Campaign campaign = Campaign.keeping(200).offer(10).contact(1).acceptance(0.3);
 * }</pre>
 */
public final class Campaign {

  private final double value;
  private final double offer;
  private final double contact;
  private final double alpha;
  private final double beta;

  private Campaign(double value, double offer, double contact, double alpha, double beta) {
    this.value = value;
    this.offer = offer;
    this.contact = contact;
    this.alpha = alpha;
    this.beta = beta;
  }

  /**
   * A campaign to keep customers of some value, with an offer of 5 % of it, a contact of 0.5 %, and
   * an acceptance that is distributed as Beta(6, 14), so .3 on average: the settings of Verbraken
   * et al. for a value of 200.
   *
   * @param value what one customer who stays still brings, above 0
   * @return the campaign
   */
  public static Campaign keeping(double value) {
    requireMoney("value", value);
    if (value == 0) {
      throw new IllegalArgumentException("value=0.0; nobody is worth keeping, choose more than 0");
    }
    return new Campaign(value, value / 20, value / 200, 6, 14);
  }

  /**
   * Sets what the offer costs, if it is taken.
   *
   * @param cost 0 or more, less than the value
   * @return a new campaign
   */
  public Campaign offer(double cost) {
    requireMoney("offer", cost);
    if (cost >= value) {
      throw new IllegalArgumentException(
          "offer=" + cost + " costs what the customer brings, " + value + "; choose less");
    }
    return new Campaign(value, cost, contact, alpha, beta);
  }

  /**
   * Sets what it costs to contact a customer.
   *
   * @param cost 0 or more
   * @return a new campaign
   */
  public Campaign contact(double cost) {
    requireMoney("contact", cost);
    return new Campaign(value, offer, cost, alpha, beta);
  }

  /**
   * Sets how likely it is that who would have left takes the offer and stays. How sure that is, is
   * taken to be as in Beta(6, 14), which is worth 20 customers who were asked.
   *
   * @param mean above 0 and below 1
   * @return a new campaign
   */
  public Campaign acceptance(double mean) {
    if (!(mean > 0 && mean < 1)) {
      throw new IllegalArgumentException("acceptance=" + mean + "; choose between 0 and 1");
    }
    return acceptance(20 * mean, 20 * (1 - mean));
  }

  /**
   * Sets the same as a Beta distribution, such as one more than those who took it and one more than
   * those who did not, when the offer was last made to those about to leave.
   *
   * @param takers above 0, α of the distribution
   * @param others above 0, β of the distribution
   * @return a new campaign
   */
  public Campaign acceptance(double takers, double others) {
    if (!(takers > 0 && others > 0 && takers + others < 1e9)) {
      throw new IllegalArgumentException(
          "acceptance=Beta(%s, %s); choose two numbers above 0".formatted(takers, others));
    }
    return new Campaign(value, offer, contact, takers, others);
  }

  private static void requireMoney(String name, double amount) {
    if (!(amount >= 0 && amount < 1e15)) {
      throw new IllegalArgumentException(name + "=" + amount + "; choose 0 or more");
    }
  }

  /**
   * What one customer who stays still brings.
   *
   * @return above 0
   */
  public double value() {
    return value;
  }

  /**
   * What the offer costs.
   *
   * @return 0 or more
   */
  public double offer() {
    return offer;
  }

  /**
   * What a contact costs.
   *
   * @return 0 or more
   */
  public double contact() {
    return contact;
  }

  /**
   * The mean probability that who would have left takes the offer.
   *
   * @return between 0 and 1
   */
  public double acceptance() {
    return alpha / (alpha + beta);
  }

  double alpha() {
    return alpha;
  }

  double beta() {
    return beta;
  }

  /** The profit of contacting so many who would have left and so many who would have stayed. */
  double profit(double leavers, double stayers, double accepting) {
    return leavers * (accepting * (value - offer) - contact) - stayers * (offer + contact);
  }

  /**
   * The risk from which on a contact pays, if risks are calibrated: where what is expected of
   * keeping the customer is what the contact is expected to cost.
   *
   * @return above 0; more than 1 where no contact pays
   */
  public double breakEven() {
    double lost = offer + contact;
    return lost / (acceptance() * (value - offer) + offer);
  }

  /** All amounts, and the acceptance. */
  @Override
  public String toString() {
    return "value %s, offer %s, contact %s, acceptance Beta(%s, %s)"
        .formatted(value, offer, contact, alpha, beta);
  }
}
