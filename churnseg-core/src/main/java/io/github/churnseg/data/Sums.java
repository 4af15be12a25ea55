package io.github.churnseg.data;

/** The sum of each customer's amounts. */
sealed interface Sums {

  double get(int customer);

  static Sums of(LineColumns columns) {
    int customers = columns.customerIds().size();
    return columns.amounts() instanceof Amounts.Exact exact
        ? new Exact(columns, customers, exact)
        : new Rounded(columns, customers);
  }

  /** Whole units. */
  final class Exact implements Sums {
    private final long[] units;
    private final int scale;

    Exact(LineColumns columns, int customers, Amounts.Exact amounts) {
      units = new long[customers];
      scale = amounts.scale();
      for (int piece = 0; piece < Pieces.count(columns.size()); piece++) {
        int count = Pieces.linesIn(piece, columns.size());
        add(count, columns.customer().piece(piece), amounts.units().piece(piece), units);
      }
    }

    private static void add(int count, int[] customer, long[] amounts, long[] units) {
      for (int i = 0; i < count; i++) {
        units[customer[i]] += amounts[i];
      }
    }

    @Override
    public double get(int customer) {
      return Amounts.toDouble(units[customer], scale);
    }
  }

  /** Doubles with compensation. */
  final class Rounded implements Sums {
    private final double[] sums;

    Rounded(LineColumns columns, int customers) {
      sums = columns.amounts().totals(columns.size(), customers, columns.customer()::get);
    }

    @Override
    public double get(int customer) {
      return sums[customer];
    }
  }
}
