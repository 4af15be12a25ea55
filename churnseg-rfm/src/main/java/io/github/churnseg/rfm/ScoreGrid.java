package io.github.churnseg.rfm;

/**
 * The cells a segment map covers: all combinations of the scores it looks at.
 *
 * @param axes which scores those are
 * @param r levels of R
 * @param f levels of F, or of FM
 * @param m levels of M; 1 where the map does not look at it by itself
 */
record ScoreGrid(MapAxes axes, int r, int f, int m) {

  static ScoreGrid of(MapAxes axes, int r, int f, int m) {
    if (axes == MapAxes.R_FM && f != m) {
      throw new IllegalArgumentException(
          "FM is the mean of F and M and needs as many levels of both, seen " + f + " and " + m);
    }
    return new ScoreGrid(axes, r, f, axes == MapAxes.R_F_M ? m : 1);
  }

  int cells() {
    return r * f * m;
  }

  /** The cell of three scores. */
  int cell(int scoreR, int scoreF, int scoreM) {
    return switch (axes) {
      case R_F -> at(scoreR, scoreF, 1);
      case R_FM -> at(scoreR, (scoreF + scoreM + 1) / 2, 1);
      case R_F_M -> at(scoreR, scoreF, scoreM);
    };
  }

  /** The cell of a score on each axis; the last is 1 where there are two axes. */
  int at(int onR, int onF, int onM) {
    return ((onR - 1) * f + onF - 1) * m + onM - 1;
  }

  int rOf(int cell) {
    return cell / (f * m) + 1;
  }

  int fOf(int cell) {
    return cell / m % f + 1;
  }

  int mOf(int cell) {
    return cell % m + 1;
  }

  /** The scores of a cell, such as {@code 54} or {@code 543}; with hyphens from level 10 on. */
  String code(int cell) {
    return axes == MapAxes.R_F_M
        ? RfmScore.code(Math.max(r, Math.max(f, m)), rOf(cell), fOf(cell), mOf(cell))
        : RfmScore.code(Math.max(r, f), rOf(cell), fOf(cell));
  }

  boolean fits(int levelsR, int levelsF, int levelsM) {
    return switch (axes) {
      case R_F -> r == levelsR && f == levelsF;
      case R_FM -> r == levelsR && f == levelsF && f == levelsM;
      case R_F_M -> r == levelsR && f == levelsF && m == levelsM;
    };
  }

  /** The levels it needs, such as {@code 5 levels of R and 5 of F}. */
  String levels() {
    String last = axes == MapAxes.R_F ? "" : " and " + (axes == MapAxes.R_FM ? f : m) + " of M";
    return r + " levels of R" + (last.isEmpty() ? " and " : ", ") + f + " of F" + last;
  }
}
