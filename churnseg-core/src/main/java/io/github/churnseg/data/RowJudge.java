package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows become lines, block by block in the order of the source, and counts the
 * others.
 */
final class RowJudge {

  private final TransactionColumns columns;
  private final LoadCounts counts;
  private final List<Verdicts> filters = new ArrayList<>();
  private final @Nullable Verdicts cancellations;
  private final RowHashSet seen = new RowHashSet();
  private long linesBefore;

  RowJudge(TransactionColumns columns, LoadCounts counts) {
    this.columns = columns;
    this.counts = counts;
    columns.filters.forEach(filter -> filters.add(new Verdicts(filter.condition())));
    cancellations = columns.cancelled == null ? null : new Verdicts(columns.cancelled);
  }

  /** Leaves only those lines in the block that stay. */
  void judge(LineBlock block) {
    counts.rowsRead += block.rowsRead;
    counts.idsStripped += block.idsStripped;
    linesBefore = block.linesBefore;
    if (isPlain(block)) {
      return;
    }
    // Faults and whole lines are apart; merged, strictness stops at the first row of the source.
    int fault = 0;
    int kept = 0;
    for (int line = 0; line < block.size; line++) {
      while (fault < block.faults.size()
          && block.faults.get(fault).line() < block.sourceLine[line]) {
        refuse(block.faults.get(fault++));
      }
      if (stays(block, line)) {
        if (kept != line) {
          block.move(line, kept);
        }
        kept++;
      }
    }
    while (fault < block.faults.size()) {
      refuse(block.faults.get(fault++));
    }
    block.size = kept;
  }

  /** Whether nothing can be left out, so that no line need be looked at. */
  private boolean isPlain(LineBlock block) {
    return block.faults.isEmpty()
        && !block.hasMissingCustomers
        && !block.hasReturns
        && filters.isEmpty()
        && cancellations == null
        && columns.duplicatePolicy == DuplicatePolicy.KEEP
        && columns.freePolicy == FreePolicy.KEEP;
  }

  private void refuse(RowFault fault) {
    if (columns.rowPolicy == RowPolicy.STRICT) {
      throw new InvalidDataException(
          new InvalidDataException.Place(
              counts.source, linesBefore + fault.line(), fault.column(), fault.value()),
          fault.problem() + "; correct it, or leave such rows out by .onInvalid(RowPolicy.SKIP)");
    }
    counts.add(LeftOut.Kind.INVALID, fault.column(), fault.reason(), linesBefore + fault.line());
  }

  private boolean stays(LineBlock block, int line) {
    long place = linesBefore + block.sourceLine[line];
    boolean isReturn = (block.marks[line] & LineBlock.RETURN) != 0;
    if (cancellations != null && isCancelled(cancellations, block, line)) {
      isReturn = true;
      block.marks[line] |= LineBlock.RETURN;
      block.hasReturns = true;
      if ((block.marks[line] & LineBlock.EARNS) != 0
          && columns.returnPolicy != ReturnPolicy.EXCLUDE) {
        refuse(earningCancellation(block, line));
        return false;
      }
    }
    if (block.customer.at[line] == Slices.NONE) {
      return missingCustomer(place);
    }
    if (columns.duplicatePolicy == DuplicatePolicy.DROP
        && !seen.add(block.rowHash[2 * line], block.rowHash[2 * line + 1])) {
      counts.add(LeftOut.Kind.DUPLICATE, "", "repeats an earlier row", place);
      return false;
    }
    for (int i = 0; i < filters.size(); i++) {
      if (!filters
          .get(i)
          .holds(block.bytes, block.filters[i].at[line], block.filters[i].hash[line])) {
        String column = columns.filters.get(i).column();
        counts.add(LeftOut.Kind.FILTERED, column, "condition does not hold", place);
        return false;
      }
    }
    return isReturn ? staysAsReturn(block, line) : staysThoughFree(block, line);
  }

  private static boolean isCancelled(Verdicts cancellations, LineBlock block, int line) {
    Slices order = block.order;
    return order != null && cancellations.holds(block.bytes, order.at[line], order.hash[line]);
  }

  private RowFault earningCancellation(LineBlock block, int line) {
    String amount = block.amount.get(line).toPlainString();
    return new RowFault(
        block.sourceLine[line],
        columns.has(TransactionColumns.Role.AMOUNT)
            ? columns.column(TransactionColumns.Role.AMOUNT)
            : columns.column(TransactionColumns.Role.QUANTITY),
        amount,
        "cancelled order adds money",
        "a line of a cancelled order adds " + amount + "; it should be negative or 0");
  }

  private boolean missingCustomer(long place) {
    String column = columns.column(TransactionColumns.Role.CUSTOMER);
    if (columns.missingCustomerPolicy == MissingCustomerPolicy.INVALID
        && columns.rowPolicy == RowPolicy.STRICT) {
      throw new InvalidDataException(
          new InvalidDataException.Place(counts.source, place, column, ""),
          "the row names no customer; if guests are to be left out, say"
              + " .onMissingCustomer(MissingCustomerPolicy.DROP)");
    }
    counts.add(LeftOut.Kind.MISSING_CUSTOMER, column, "no customer", place);
    return false;
  }

  private boolean staysAsReturn(LineBlock block, int line) {
    long place = linesBefore + block.sourceLine[line];
    if (columns.returnPolicy == ReturnPolicy.EXCLUDE) {
      counts.add(LeftOut.Kind.RETURN, "", "return", place);
      return false;
    }
    if (columns.returnPolicy == ReturnPolicy.NET && block.amount.sign(line) == 0) {
      counts.add(LeftOut.Kind.RETURN, "", "return of something free", place);
      return false;
    }
    return true;
  }

  private boolean staysThoughFree(LineBlock block, int line) {
    // Matching needs free purchases, which free returns take back; they are dropped after it.
    if (columns.freePolicy == FreePolicy.DROP
        && columns.returnPolicy != ReturnPolicy.MATCH
        && (block.marks[line] & LineBlock.FREE) != 0) {
      counts.add(LeftOut.Kind.FREE, "", "costs nothing", linesBefore + block.sourceLine[line]);
      return false;
    }
    return true;
  }
}
