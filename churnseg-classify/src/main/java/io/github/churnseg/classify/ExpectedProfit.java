package io.github.churnseg.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;

/**
 * The expected maximum profit of a campaign (EMP, Verbraken, Verbeke, Baesens 2013,
 * doi:10.1109/TKDE.2012.50): for each acceptance those are contacted who are best for it, and the
 * profit is averaged over the distribution of the acceptance.
 *
 * @param perCustomer expected profit by all customers, in the campaign's currency; 0 or more
 * @param share of the customers contacted, on average over the acceptance
 */
public record ExpectedProfit(double perCustomer, double share) {

  /**
   * As acceptance rises, the best place walks along the convex hull of the ROC curve, from one
   * corner to the next where both bring the same. Between, profit is linear in the acceptance.
   */
  static ExpectedProfit of(Ranking ranking, Campaign campaign) {
    double all = ranking.size();
    double profit = 0;
    double share = 0;
    double from = 0;
    List<long[]> hull = hull(ranking);
    for (int corner = 0; corner < hull.size() && from < 1; corner++) {
      long[] here = hull.get(corner);
      double to = corner + 1 < hull.size() ? border(here, hull.get(corner + 1), campaign) : 1;
      to = Math.min(1, Math.max(from, to));
      double mass = mass(campaign.alpha(), campaign.beta(), from, to);
      double mean = campaign.acceptance() * mass(campaign.alpha() + 1, campaign.beta(), from, to);
      double fixed =
          -campaign.contact() * here[0] - (campaign.offer() + campaign.contact()) * here[1];
      profit += (mean * (campaign.value() - campaign.offer()) * here[0] + mass * fixed) / all;
      share += mass * (here[0] + here[1]) / all;
      from = to;
    }
    return new ExpectedProfit(profit, share);
  }

  /** The acceptance from which on the next corner brings more. */
  private static double border(long[] here, long[] next, Campaign campaign) {
    double leavers = next[0] - here[0];
    double stayers = next[1] - here[1];
    return leavers == 0
        ? Double.POSITIVE_INFINITY
        : (stayers * (campaign.offer() + campaign.contact()) + leavers * campaign.contact())
            / (leavers * (campaign.value() - campaign.offer()));
  }

  private static double mass(double alpha, double beta, double from, double to) {
    return from >= to
        ? 0
        : Beta.regularizedBeta(to, alpha, beta) - Beta.regularizedBeta(from, alpha, beta);
  }

  /** Corners of the upper hull, as leavers and stayers contacted, from nobody to all. */
  private static List<long[]> hull(Ranking ranking) {
    List<long[]> hull = new ArrayList<>();
    hull.add(new long[2]);
    long leavers = 0;
    long stayers = 0;
    for (int group = 0; group < ranking.groups(); group++) {
      leavers += ranking.hits(group);
      stayers += ranking.misses(group);
      long[] point = {leavers, stayers};
      while (hull.size() > 1
          && !isCorner(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(point);
    }
    return hull;
  }

  private static boolean isCorner(long[] a, long[] b, long[] c) {
    return (b[0] - a[0]) * (c[1] - b[1]) > (c[0] - b[0]) * (b[1] - a[1]);
  }

  /** Profit and share in words. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "expected maximum profit %.4f a customer, contacting %.1f %%",
        perCustomer,
        100 * share);
  }
}
