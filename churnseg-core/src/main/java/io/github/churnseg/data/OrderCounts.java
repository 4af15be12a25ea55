package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** Counts the distinct orders of each customer. */
final class OrderCounts {

  private OrderCounts() {}

  /** Orders by customer; lines with a negative amount open none. */
  static int[] of(LineColumns columns) {
    int[] counts = new int[columns.customerIds().size()];
    IntChunks order = columns.order();
    if (order == null || columns.orderIds() == null) {
      for (int line = 0; line < columns.size(); line++) {
        counts[columns.customer().get(line)] += columns.amounts().isNegative(line) ? 0 : 1;
      }
      return counts;
    }
    Owners owners = new Owners(columns.orderIds().size());
    boolean returns = !(columns.amounts() instanceof Amounts.Exact exact) || exact.hasNegatives();
    for (int piece = 0; piece < Pieces.count(columns.size()); piece++) {
      int count = Pieces.linesIn(piece, columns.size());
      int[] customers = columns.customer().piece(piece);
      if (returns) {
        owners.addPurchases(columns, piece << Pieces.SHIFT, count, customers, order.piece(piece));
      } else {
        owners.add(count, customers, order.piece(piece));
      }
    }
    owners.count(counts);
    return counts;
  }

  /** Which customer has each order. */
  private static final class Owners {

    /** The first customer of each order plus 1; 0 while the order has no purchase. */
    private final int[] owner;

    /** Order and customer, for the further customers of an order that several share. */
    private final LongOpenHashSet shared = new LongOpenHashSet();

    Owners(int orders) {
      owner = new int[orders];
    }

    void add(int count, int[] customers, int[] orders) {
      for (int i = 0; i < count; i++) {
        int known = owner[orders[i]];
        int own = customers[i] + 1;
        // Writes also what is there already: a branch on "new" could not be predicted.
        owner[orders[i]] = known == 0 ? own : known;
        if (known != own && known != 0) {
          shared.add((long) orders[i] << 32 | customers[i]);
        }
      }
    }

    void addPurchases(LineColumns columns, int start, int count, int[] customers, int[] orders) {
      for (int i = 0; i < count; i++) {
        if (!columns.amounts().isNegative(start + i)) {
          int known = owner[orders[i]];
          int own = customers[i] + 1;
          if (known == 0) {
            owner[orders[i]] = own;
          } else if (known != own) {
            shared.add((long) orders[i] << 32 | customers[i]);
          }
        }
      }
    }

    void count(int[] counts) {
      for (int customer : owner) {
        if (customer != 0) {
          counts[customer - 1]++;
        }
      }
      for (LongIterator pairs = shared.iterator(); pairs.hasNext(); ) {
        counts[(int) pairs.nextLong()]++;
      }
    }
  }
}
