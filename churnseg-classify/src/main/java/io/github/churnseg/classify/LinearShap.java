package io.github.churnseg.classify;

/** In a weighted sum, a column's value is its weight times its distance from the mean. */
final class LinearShap extends ShapMethod {

  private final LinearFunction function;
  private final double sign;
  private final double[] means;

  LinearShap(EncodedColumns columns, LinearFunction function, int asked, double[] background) {
    super(columns, ShapScale.LOG_ODDS, "exact for linear models");
    this.function = function;
    this.sign = asked == 1 ? 1 : -1;
    int width = columns.width();
    this.means = new double[width];
    for (int at = 0; at < background.length; at++) {
      int row = at / width;
      means[at % width] += (background[at] - means[at % width]) / (row + 1);
    }
  }

  @Override
  double base() {
    return sign * function.sum(0, means, 0);
  }

  @Override
  double output(double[] rows, int row) {
    return sign * function.sum(0, rows, row * columns.width());
  }

  @Override
  double[] effects(double[] rows, int row) {
    int[] columnOfNumber = columns.columnOfNumber();
    double[] effects = new double[columns.count()];
    for (int number = 0; number < means.length; number++) {
      double distance = rows[row * columns.width() + number] - means[number];
      effects[columnOfNumber[number]] += sign * function.weight(0, number) * distance;
    }
    return effects;
  }
}
