package io.github.churnseg.cluster;

/** The least and the largest of some values. */
record Ends(double least, double most) {

  /** Of the values from one place to before another, at least one, each a number. */
  static Ends of(double[] values, int from, int to) {
    double least = values[from];
    double most = least;
    // Branches, since they are hardly ever taken.
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (value > most) {
        most = value;
      } else if (value < least) {
        least = value;
      }
    }
    return new Ends(least, most);
  }

  /** Of these values and others. */
  Ends and(Ends others) {
    return new Ends(Math.min(least, others.least), Math.max(most, others.most));
  }
}
