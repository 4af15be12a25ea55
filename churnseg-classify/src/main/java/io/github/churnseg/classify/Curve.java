package io.github.churnseg.classify;

/** From the probability a model gives to the one that bears out; never falls. Immutable. */
interface Curve {

  /** The corrected probability of a probability. */
  double of(double probability);
}
