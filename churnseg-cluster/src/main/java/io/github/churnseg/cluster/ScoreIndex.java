package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Finds the nearest centres of points where the distances themselves are not asked for, by scores:
 * by how much a point's squared distance from a centre exceeds that from the first centre. A score
 * is a sum of one product a dimension, in whole units of {@link ScoreGrid}; the centre's answer is
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

  /** So few that one loop adds up a centre's scores and compares them. */
  private static final int FEW_DIMENSIONS = 3;

  private static final double ROUNDING = ScoreGrid.ROUNDING;
  private static final long ROUNDING_BITS = Double.doubleToRawLongBits(ROUNDING);

  private final double[][] centres;
  private final ScoreGrid grid;
  private final int[] answers;

  /** The answers in the unit they are added in, and one for the made-up centre after the last. */
  private final double[] numbers;

  private final double[][] block;
  private final double[] one;
  private final double[] other;
  private final double[] least;
  private final double[] certain;
  private final Pass[] opening;
  private final Pass[] next;

  /** How many centres the next passes take. */
  private final int step;

  /**
   * Scores for some centres.
   *
   * @param answers what to answer for each of them, different numbers of 0 or more, less than
   *     {@link ScoreGrid#MOST_CENTRES}
   */
  ScoreIndex(double[][] centres, int[] answers) {
    this.centres = centres;
    this.grid = ScoreGrid.of(centres);
    this.answers = answers;
    this.numbers = new double[centres.length + 1];
    for (int centre = 0; centre < centres.length; centre++) {
      numbers[centre] = answers[centre] * ScoreGrid.STEP;
    }
    int dimensions = centres[0].length;
    double[][] arrays = BlockArrays.of(dimensions + 4);
    block = Arrays.copyOf(arrays, dimensions);
    one = arrays[dimensions];
    other = arrays[dimensions + 1];
    least = arrays[dimensions + 2];
    certain = arrays[dimensions + 3];
    ScoreSums sums = new ScoreSums(grid, one, other);
    opening = new Pass[] {sums::squaresFirst, sums::squaresRest, this::begin};
    if (dimensions <= FEW_DIMENSIONS) {
      next = new Pass[] {this::compareOne};
      step = 1;
    } else {
      next = new Pass[] {sums::twoFirst, sums::twoRest, this::compareTwo};
      step = 2;
    }
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
    Pass.all(opening, columns, count, 1);
    for (int centre = 2; centre < centres.length; centre += step) {
      Pass.all(next, columns, count, centre);
    }
    return answer(count, found, at);
  }

  /** Answers for the points that were left undecided. */
  void compare(double[][] columns, int count, int[] found, int at) {
    for (int i = 0; i < count; i++) {
      if (found[at + i] == UNDECIDED) {
        found[at + i] = answers[ScalarKernel.nearestOf(columns, i, centres)];
      }
    }
  }

  // All these read everything before they write: else the compiler fears that arrays overlap. The
  // lesser of two numbers is half the difference of their sum and their distance, which is exact
  // here, and a fraction of the instructions that a minimum takes, because of its rules for zeros.

  /** The first two centres; leaves 0 or NaN where units do not hold, else at least 1. */
  private void begin(double[][] columns, int count, int centre) {
    double start = numbers[0];
    double number = numbers[centre];
    double reach = grid.reach();
    double scale = 0x1p53 / reach;
    double rough = grid.rough();
    double[] squares = one;
    double[] sum = other;
    double[] nearest = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double room = (reach - squares[i]) * scale;
      double here = sum[i] - ROUNDING + number;
      double gap = Math.abs(start - here);
      nearest[i] = (start + here - gap) * 0.5;
      product[i] = (room + Math.abs(room)) * (gap + rough - rough);
    }
  }

  /** In few dimensions. */
  private void compareOne(double[][] columns, int count, int centre) {
    double[] slope = grid.slope(centre);
    double base = grid.base(centre);
    double[] x = columns[0];
    double[] y = ScoreSums.column(columns, 1);
    double[] z = ScoreSums.column(columns, 2);
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double number = numbers[centre];
    double rough = grid.rough();
    double[] nearest = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double before = nearest[i];
      double so = product[i];
      double here = base + x[i] * a + y[i] * b + z[i] * c - ROUNDING + number;
      double gap = Math.abs(before - here);
      nearest[i] = (before + here - gap) * 0.5;
      product[i] = so * (gap + rough - rough);
    }
  }

  private void compareTwo(double[][] columns, int count, int centre) {
    double number = numbers[centre];
    double otherNumber = numbers[centre + 1];
    double rough = grid.rough();
    double[] sum = one;
    double[] otherSum = other;
    double[] nearest = least;
    double[] product = certain;
    for (int i = 0; i < count; i++) {
      double before = nearest[i];
      double so = product[i];
      double here = sum[i] - ROUNDING + number;
      double there = otherSum[i] - ROUNDING + otherNumber;
      double gap = Math.abs(before - here);
      double nearer = (before + here - gap) * 0.5;
      double otherGap = Math.abs(nearer - there);
      nearest[i] = (nearer + there - otherGap) * 0.5;
      product[i] = so * (gap + rough - rough) * (otherGap + rough - rough);
    }
  }

  /**
   * Tells the answers from the least sums; returns whether all were decided. They become the last
   * bits of sums with {@link #ROUNDING}, since these are read faster than numbers are converted.
   */
  private boolean answer(int count, int[] found, int at) {
    double[] place = one;
    for (int i = 0; i < count; i++) {
      double first = least[i];
      double answer = (first - (first + ROUNDING - ROUNDING)) / ScoreGrid.STEP - UNDECIDED;
      place[i] = answer * Math.min(1, certain[i]) + (ROUNDING + UNDECIDED);
    }
    long beyond = 0;
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(place[i]);
      beyond |= bits ^ ROUNDING_BITS;
      found[at + i] = (int) bits;
    }
    boolean decided = beyond >>> Integer.SIZE == 0;
    for (int i = 0; i < count && !decided; i++) {
      // Also where it is not a number.
      if (!(certain[i] > 0)) {
        found[at + i] = UNDECIDED;
      }
    }
    return decided;
  }
}
