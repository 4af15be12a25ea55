package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.IdDictionary;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Objects;

/**
 * Takes returns back from the purchases they belong to: same customer, same product, the latest
 * purchase that is not later than the return first, then the one before it, until the return is
 * used up or nothing is left to take.
 *
 * <p>Lines of returned products are sorted once by customer, product and time; then one pass keeps
 * a stack of purchases with something left. Purchases of the same moment are told apart by order,
 * price and quantity, never by their place in the file.
 */
final class ReturnMatcher {

  private final TransactionColumns columns;
  private final LoadCounts counts;
  private final AmountsBuilder quantities = new AmountsBuilder();
  private final AmountsBuilder prices = new AmountsBuilder();
  private final BitSet returns = new BitSet();
  private final BitSet free = new BitSet();
  private final LongChunks sourceLines = new LongChunks();

  ReturnMatcher(TransactionColumns columns, LoadCounts counts) {
    this.columns = columns;
    this.counts = counts;
  }

  /** Remembers what the log's columns do not hold. */
  void add(LineBlock block) {
    int start = sourceLines.size();
    for (int line = 0; line < block.size; line++) {
      returns.set(start + line, (block.marks[line] & LineBlock.RETURN) != 0);
      free.set(start + line, (block.marks[line] & LineBlock.FREE) != 0);
    }
    for (int line = 0; line < block.size; line++) {
      sourceLines.add(block.linesBefore + block.sourceLine[line]);
    }
    if (columns.matchesQuantities() && block.quantity != null && block.price != null) {
      block.quantity.appendTo(quantities, block.size);
      block.price.appendTo(prices, block.size);
    }
  }

  /** The log without its returns, and with what they left of the purchases. */
  LineColumns match(LineColumns lines) {
    return new Run(lines).matched();
  }

  private final class Run {
    private final LineColumns lines;
    private final IntChunks customer;
    private final IntChunks product;

    /** What was sold and is not yet returned, in units of the quantities or amounts. */
    private final LongChunks left;

    private final int scale;

    private final Amounts price = prices.build();
    private final BitSet reduced = new BitSet();
    private long whole;
    private long partly;
    private long unmatched;

    Run(LineColumns lines) {
      this.lines = lines;
      this.customer = lines.customer();
      String name = columns.column(TransactionColumns.Role.PRODUCT);
      this.product = Objects.requireNonNull(lines.texts().get(name)).valueOfLine();
      Amounts sold = columns.matchesQuantities() ? quantities.build() : lines.amounts();
      if (!(sold instanceof Amounts.Exact exact)) {
        throw new InvalidDataException(
            counts.source
                + ": quantities or amounts have too many digits to match returns exactly; round"
                + " them, or use ReturnPolicy.NET");
      }
      this.left = exact.units().copy();
      this.scale = exact.scale();
    }

    LineColumns matched() {
      int[] order = candidates();
      IntArrays.quickSort(order, this::compare);
      walk(order);
      counts.matched = new MatchCounts(whole, partly, unmatched, reduced.cardinality());
      Amounts amounts = amounts();
      return lines.with(amounts).select(kept()).renumbered();
    }

    private long key(int line) {
      return (long) customer.get(line) << 32 | product.get(line);
    }

    /** The lines of customers and products with a return. */
    private int[] candidates() {
      LongOpenHashSet returned = new LongOpenHashSet();
      for (int line = returns.nextSetBit(0); line >= 0; line = returns.nextSetBit(line + 1)) {
        if (product.get(line) >= 0) {
          returned.add(key(line));
        } else {
          unmatched++;
        }
      }
      IntArrayList lineNumbers = new IntArrayList();
      for (int line = 0; line < lines.size(); line++) {
        if (product.get(line) >= 0 && returned.contains(key(line))) {
          lineNumbers.add(line);
        }
      }
      return lineNumbers.toIntArray();
    }

    private int compare(int a, int b) {
      int byKey = Long.compare(key(a), key(b));
      if (byKey != 0) {
        return byKey;
      }
      int byTime = Long.compare(lines.epochMillis().get(a), lines.epochMillis().get(b));
      if (byTime != 0) {
        return byTime;
      }
      int purchasesFirst = Boolean.compare(returns.get(a), returns.get(b));
      return purchasesFirst != 0 ? purchasesFirst : compareOfOneMoment(a, b);
    }

    private int compareOfOneMoment(int a, int b) {
      IntChunks orders = lines.order();
      IdDictionary ids = lines.orderIds();
      if (orders != null && ids != null && orders.get(a) != orders.get(b)) {
        return ids.get(orders.get(a)).compareTo(ids.get(orders.get(b)));
      }
      int byPrice = columns.matchesQuantities() ? Double.compare(price.get(a), price.get(b)) : 0;
      if (byPrice != 0) {
        return byPrice;
      }
      int byQuantity = Long.compare(left.get(a), left.get(b));
      return byQuantity != 0 ? byQuantity : Integer.compare(a, b);
    }

    private void walk(int[] order) {
      IntArrayList stack = new IntArrayList();
      for (int i = 0; i < order.length; i++) {
        int line = order[i];
        if (i > 0 && key(order[i - 1]) != key(line)) {
          stack.clear();
        }
        if (returns.get(line)) {
          takeBack(-left.get(line), stack);
        } else if (left.get(line) > 0) {
          stack.push(line);
        }
      }
    }

    private void takeBack(long returned, IntArrayList stack) {
      long open = returned;
      while (open > 0 && !stack.isEmpty()) {
        int purchase = stack.topInt();
        long taken = Math.min(open, left.get(purchase));
        left.set(purchase, left.get(purchase) - taken);
        reduced.set(purchase);
        open -= taken;
        if (left.get(purchase) == 0) {
          stack.popInt();
        }
      }
      if (returned > 0 && open == 0) {
        whole++;
      } else if (returned > 0 && open < returned) {
        partly++;
      } else {
        unmatched++;
      }
    }

    private Amounts amounts() {
      if (lines.amounts() instanceof Amounts.Rounded rounded) {
        for (int line = reduced.nextSetBit(0); line >= 0; line = reduced.nextSetBit(line + 1)) {
          rounded.values().set(line, remaining(line).doubleValue());
        }
        return rounded;
      }
      Amounts.Exact exact = (Amounts.Exact) lines.amounts();
      AmountsBuilder builder = new AmountsBuilder();
      for (int line = 0; line < lines.size(); line++) {
        if (reduced.get(line)) {
          builder.add(remaining(line));
        } else {
          builder.add(exact.units().get(line), exact.scale());
        }
      }
      return builder.build();
    }

    private BigDecimal remaining(int line) {
      if (!columns.matchesQuantities()) {
        return BigDecimal.valueOf(left.get(line), scale);
      }
      BigDecimal quantity = BigDecimal.valueOf(left.get(line), scale);
      BigDecimal each =
          price instanceof Amounts.Exact exact
              ? BigDecimal.valueOf(exact.units().get(line), exact.scale())
              : BigDecimal.valueOf(price.get(line));
      return quantity.multiply(each);
    }

    private IntChunks kept() {
      IntChunks kept = new IntChunks();
      for (int line = 0; line < lines.size(); line++) {
        if (returns.get(line)) {
          continue;
        }
        if (free.get(line) && columns.freePolicy == FreePolicy.DROP) {
          counts.add(LeftOut.Kind.FREE, "", "costs nothing", sourceLines.get(line));
        } else {
          kept.add(line);
        }
      }
      countReturns();
      return kept;
    }

    private void countReturns() {
      for (int line = returns.nextSetBit(0); line >= 0; line = returns.nextSetBit(line + 1)) {
        counts.add(LeftOut.Kind.RETURN, "", "return, matched to purchases", sourceLines.get(line));
      }
    }
  }
}
