package io.github.churnseg.rfm;

/** Which scores a segment map looks at. */
enum MapAxes {
  /** R and F; M is not used. */
  R_F,
  /** R and the mean of F and M, a half rounded up. */
  R_FM,
  /** All three. */
  R_F_M
}
