package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;

/**
 * Which customers each order belongs to: nearly always one. Filled while a log is loaded, when the
 * numbers are at hand, so that counting the orders of customers needs no pass over the lines.
 */
final class OrderOwners {

  /** The first customer of each order plus 1; 0 while the order has no purchase. */
  private int[] owner = new int[4];

  /** Order and customer, for the further customers of an order that several share. */
  private final LongOpenHashSet shared = new LongOpenHashSet(0);

  /** The owners of a log whose lines are there already. */
  static OrderOwners of(LineColumns columns, IntChunks orders) {
    OrderOwners owners = new OrderOwners();
    for (int line = 0; line < columns.size(); line++) {
      if (!columns.amounts().isNegative(line)) {
        owners.room(orders.get(line));
        owners.add(columns.customer().get(line), orders.get(line));
      }
    }
    return owners;
  }

  /** Takes in the lines of a block; returns own nothing. */
  void add(LineBlock block, int[] customers, int[] orders) {
    int largest = -1;
    for (int line = 0; line < block.size; line++) {
      largest = Math.max(largest, orders[line]);
    }
    room(largest);
    if (!block.hasReturns) {
      add(block.size, customers, orders);
      return;
    }
    for (int line = 0; line < block.size; line++) {
      if ((block.marks[line] & LineBlock.RETURN) == 0) {
        add(customers[line], orders[line]);
      }
    }
  }

  private void room(int order) {
    if (order >= owner.length) {
      owner = Arrays.copyOf(owner, Math.max(order + 1, owner.length * 2));
    }
  }

  private void add(int count, int[] customers, int[] orders) {
    int[] owners = owner;
    for (int i = 0; i < count; i++) {
      int known = owners[orders[i]];
      int own = customers[i] + 1;
      // Writes also what is there already: a branch on "new" could not be predicted.
      owners[orders[i]] = known == 0 ? own : known;
      if (known != own && known != 0) {
        shared.add((long) orders[i] << 32 | customers[i]);
      }
    }
  }

  private void add(int customer, int order) {
    int known = owner[order];
    if (known == 0) {
      owner[order] = customer + 1;
    } else if (known != customer + 1) {
      shared.add((long) order << 32 | customer);
    }
  }

  OrderOwners trim(int orders) {
    owner = Arrays.copyOf(owner, orders);
    return this;
  }

  /** How many orders each customer has. */
  int[] counts(int customers) {
    int[] counts = new int[customers + 1]; // nobody's orders go to the first
    for (int first : owner) {
      counts[first]++;
    }
    for (LongIterator pairs = shared.iterator(); pairs.hasNext(); ) {
      counts[(int) pairs.nextLong() + 1]++;
    }
    return counts;
  }
}
