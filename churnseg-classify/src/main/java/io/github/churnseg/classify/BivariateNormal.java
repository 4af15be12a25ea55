package io.github.churnseg.classify;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The normal distribution of two numbers with a correlation from 0 to 1, cut into equal cells
 * between -5 and 5 standard deviations.
 */
final class BivariateNormal {

  private static final double EDGE = 5;
  private static final int POINTS = 12;
  private static final int PANELS = 9;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final double[] xEdges;
  private final double[] yEdges;
  private final double[] xShares;
  private final double[] yShares;
  private final GaussIntegratorFactory factory = new GaussIntegratorFactory();

  BivariateNormal(int columns, int rows) {
    xEdges = edges(columns);
    yEdges = edges(rows);
    xShares = shares(xEdges);
    yShares = shares(yEdges);
  }

  private static double[] edges(int cells) {
    double[] edges = new double[cells + 1];
    for (int edge = 0; edge <= cells; edge++) {
      edges[edge] = -EDGE + 2 * EDGE * edge / cells;
    }
    return edges;
  }

  private static double[] shares(double... edges) {
    double[] shares = new double[edges.length - 1];
    for (int cell = 0; cell < shares.length; cell++) {
      shares[cell] = NORMAL.probability(edges[cell], edges[cell + 1]);
    }
    return shares;
  }

  /**
   * The squared difference from independence over what independence gives, summed over the cells.
   */
  double contrast(double correlation) {
    double[][] below = new double[xEdges.length][yEdges.length];
    for (int x = 0; x < xEdges.length; x++) {
      for (int y = 0; y < yEdges.length; y++) {
        below[x][y] = excess(xEdges[x], yEdges[y], correlation);
      }
    }
    double sum = 0;
    for (int x = 0; x < xShares.length; x++) {
      for (int y = 0; y < yShares.length; y++) {
        double more = below[x + 1][y + 1] - below[x][y + 1] - below[x + 1][y] + below[x][y];
        double independent = xShares[x] * yShares[y];
        sum += independent > 0 ? more * more / independent : 0;
      }
    }
    return sum;
  }

  /**
   * The probability of being below both, less that of independent numbers: an integral over the arc
   * sine of the correlation (Plackett 1954, doi:10.1093/biomet/41.3-4.351). Near correlation 1 it
   * changes fast, so panels get narrower there.
   */
  private double excess(double h, double k, double correlation) {
    if (correlation >= 1) {
      return NORMAL.cumulativeProbability(Math.min(h, k))
          - NORMAL.cumulativeProbability(h) * NORMAL.cumulativeProbability(k);
    }
    double end = Math.asin(correlation);
    double from = 0;
    double sum = 0;
    for (int panel = 1; panel <= PANELS && from < end; panel++) {
      double to =
          panel == PANELS ? end : Math.min(end, Math.PI / 2 * (1 - StrictMath.pow(0.5, panel)));
      GaussIntegrator rule = factory.legendre(POINTS, from, to);
      sum += rule.integrate(angle -> density(h, k, angle));
      from = to;
    }
    return sum / (2 * Math.PI);
  }

  private static double density(double h, double k, double angle) {
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    return Math.exp(-(h * h + k * k - 2 * h * k * sine) / (2 * cosine * cosine));
  }
}
