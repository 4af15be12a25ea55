package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Finds the nearest centres of points where the distances themselves are not asked for, by scores:
 * by how much a point's squared distance from a centre exceeds that from the first centre. A score
 * is a sum of one product a dimension, in whole units of {@link ScoreGrid}; the centre's number is
 * added in a far smaller unit, as in {@link PackedIndex}, so that the least sum tells it.
 *
 * <p>A score is a few units off. For each point the gaps that decided are multiplied, once those of
 * few units have been rounded to zero: where the product is zero, or the point is not a number or
 * so far away that units do not hold, all distances are compared. So the result is always that of
 * comparing distances, and whoever has no undecided points need not look for values out of bounds.
 */
final class ScoreIndex {

  /** How many points {@link #find} takes at most. */
  static final int MOST_POINTS = BlockArrays.LENGTH;

  /** What {@link #find} answers where it cannot decide. */
  static final int UNDECIDED = -1;

  private static final double ROUNDING = ScoreGrid.ROUNDING;

  private final double[][] centres;
  private final ScoreGrid grid;
  private final int[] answers;
  private final double[][] block;
  private final double[] away;
  private final double[] least;
  private final double[] certain;
  private final Pass[] opening = {this::distances, this::begin};
  private final Pass[] next = {this::sumFirst, this::sumRest, this::add};

  /**
   * Scores for some centres.
   *
   * @param answers what to answer for each of them, 0 or more
   */
  ScoreIndex(double[][] centres, int[] answers) {
    this.centres = centres;
    this.grid = ScoreGrid.of(centres);
    this.answers = new int[answers.length + 1];
    this.answers[0] = UNDECIDED;
    System.arraycopy(answers, 0, this.answers, 1, answers.length);
    int dimensions = centres[0].length;
    double[][] arrays = BlockArrays.of(dimensions + 3);
    block = Arrays.copyOf(arrays, dimensions);
    away = arrays[dimensions];
    least = arrays[dimensions + 1];
    certain = arrays[dimensions + 2];
  }

  /** Where points may be put, since loops over these arrays are the fastest. */
  double[][] block() {
    return block;
  }

  /** Whether scores tell these centres apart; otherwise {@link Kernel} has to. */
  boolean fits() {
    return grid.fits();
  }

  /**
   * Answers for each point by its nearest centre, the first of equally near ones.
   *
   * @param columns the points, from the start of each column on
   * @param found takes the answers, from place {@code at} on
   * @return whether all were decided
   */
  boolean find(double[][] columns, int count, int[] found, int at) {
    if (columns.length <= BlockDistances.DIMENSIONS) {
      findInFewDimensions(columns, count);
    } else {
      Pass.all(opening, columns, count, 0);
      for (int centre = 1; centre < centres.length; centre++) {
        Pass.all(next, columns, count, centre);
      }
    }
    return answer(count, found, at) >= 0;
  }

  /** Answers for the points that were left undecided. */
  void compare(double[][] columns, int count, int[] found, int at) {
    for (int i = 0; i < count; i++) {
      if (found[at + i] == UNDECIDED) {
        found[at + i] = answers[ScalarKernel.nearestOf(columns, i, centres) + 1];
      }
    }
  }

  private void findInFewDimensions(double[][] columns, int count) {
    BlockDistances.first(columns, count, centres[0], away);
    begin(columns, count, 0);
    for (int centre = 1; centre < centres.length; centre++) {
      double[] slope = grid.slope(centre);
      double base = ROUNDING + grid.base(centre);
      double number = centre * ScoreGrid.STEP;
      if (columns.length == 3) {
        addThree(columns, count, base, slope, number);
      } else if (columns.length == 4) {
        addFour(columns, count, base, slope, number);
      } else {
        sumFirst(columns, count, centre);
        add(columns, count, centre);
      }
    }
  }

  private void distances(double[][] columns, int count, int centre) {
    BlockDistances.first(columns, count, centres[centre], away);
    BlockDistances.addRest(columns, count, centres[centre], away);
  }

  /** The first centre, of score 0; at least 1 where units hold, 0 or NaN where not. */
  private void begin(double[][] columns, int count, int centre) {
    double reach = grid.reach();
    double scale = 0x1p54 / reach;
    for (int i = 0; i < count; i++) {
      certain[i] = Math.max(0, (reach - away[i]) * scale);
    }
    Arrays.fill(least, 0, count, 0);
  }

  // All three read everything before they write: else the compiler fears that arrays overlap. The
  // lesser of two numbers is half the difference of their sum and their distance, which is exact
  // here, and a fraction of the instructions that a minimum takes, because of its rules for zeros.

  private void addThree(double[][] columns, int count, double base, double[] slope, double number) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double rough = grid.rough();
    double[] first = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double before = first[i];
      double so = product[i];
      double here = base + x[i] * a + y[i] * b + z[i] * c - ROUNDING + number;
      double gap = Math.abs(before - here);
      first[i] = (before + here - gap) * 0.5;
      product[i] = so * (gap + rough - rough);
    }
  }

  private void addFour(double[][] columns, int count, double base, double[] slope, double number) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double[] u = columns[3];
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double d = slope[3];
    double rough = grid.rough();
    double[] first = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double before = first[i];
      double so = product[i];
      double here = base + x[i] * a + y[i] * b + z[i] * c + u[i] * d - ROUNDING + number;
      double gap = Math.abs(before - here);
      first[i] = (before + here - gap) * 0.5;
      product[i] = so * (gap + rough - rough);
    }
  }

  private void sumFirst(double[][] columns, int count, int centre) {
    BlockSums.first(columns, count, ROUNDING + grid.base(centre), grid.slope(centre), away);
  }

  private void sumRest(double[][] columns, int count, int centre) {
    BlockSums.addRest(columns, count, grid.slope(centre), away);
  }

  private void add(double[][] columns, int count, int centre) {
    double number = centre * ScoreGrid.STEP;
    double rough = grid.rough();
    double[] sum = away;
    double[] first = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double before = first[i];
      double so = product[i];
      double here = sum[i] - ROUNDING + number;
      double gap = Math.abs(before - here);
      first[i] = (before + here - gap) * 0.5;
      product[i] = so * (gap + rough - rough);
    }
  }

  /** Returns less than 0 if any was left undecided. */
  private int answer(int count, int[] found, int at) {
    double[] place = away;
    for (int i = 0; i < count; i++) {
      double first = least[i];
      double number = (first - (first + ROUNDING - ROUNDING)) / ScoreGrid.STEP + 1;
      place[i] = number * Math.min(1, certain[i]);
    }
    int any = 0;
    for (int i = 0; i < count; i++) {
      // What is not a number becomes 0, too.
      int answer = answers[(int) place[i]];
      any |= answer;
      found[at + i] = answer;
    }
    return any;
  }
}
