package io.github.churnseg.data;

/** What a log holds, and how many of its customers are equal; counted in two passes. */
record LogFacts(
    int lines,
    int returnLines,
    int customers,
    int orders,
    long firstMillis,
    long lastMillis,
    double shareWithOneOrder,
    double shareOfMostCommonDay,
    double shareOfMostCommonAmount) {

  private static final long DAY = 86_400_000L;

  static LogFacts of(LineColumns columns) {
    CustomerTotals totals = new CustomerTotals(columns);
    int buyers = 0;
    int once = 0;
    long[] days = new long[totals.customers()];
    long[] amounts = new long[totals.customers()];
    for (int customer = 0; customer < totals.customers(); customer++) {
      if (totals.orders(customer) > 0) {
        once += totals.orders(customer) == 1 ? 1 : 0;
        days[buyers] = Math.floorDiv(totals.lastPurchase(customer), DAY);
        amounts[buyers] = bits(totals.amount(customer));
        buyers++;
      }
    }
    return new LogFacts(
        columns.size(),
        returns(columns),
        distinct(columns.customer(), columns.customerIds().size()),
        orders(columns),
        earliest(columns.epochMillis()),
        columns.lastMillis(),
        (double) once / buyers,
        (double) MostCommon.times(days, buyers) / buyers,
        (double) MostCommon.times(amounts, buyers) / buyers);
  }

  private static long bits(double amount) {
    return Double.doubleToLongBits(amount + 0.0); // -0.0 becomes 0.0
  }

  private static int returns(LineColumns columns) {
    if (columns.amounts() instanceof Amounts.Exact exact && !exact.hasNegatives()) {
      return 0;
    }
    int returns = 0;
    for (int line = 0; line < columns.size(); line++) {
      returns += columns.amounts().isNegative(line) ? 1 : 0;
    }
    return returns;
  }

  private static int orders(LineColumns columns) {
    return columns.order() == null || columns.orderIds() == null
        ? columns.size()
        : distinct(columns.order(), columns.orderIds().size());
  }

  private static int distinct(IntChunks numbers, int known) {
    boolean[] seen = new boolean[known];
    int distinct = 0;
    for (int piece = 0; piece < Pieces.count(numbers.size()); piece++) {
      int[] some = numbers.piece(piece);
      for (int i = 0; i < Pieces.linesIn(piece, numbers.size()); i++) {
        distinct += seen[some[i]] ? 0 : 1;
        seen[some[i]] = true;
      }
    }
    return distinct;
  }

  private static long earliest(LongChunks times) {
    long first = Long.MAX_VALUE;
    for (int piece = 0; piece < Pieces.count(times.size()); piece++) {
      long[] some = times.piece(piece);
      for (int i = 0; i < Pieces.linesIn(piece, times.size()); i++) {
        first = Math.min(first, some[i]);
      }
    }
    return first;
  }
}
