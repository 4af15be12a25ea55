package io.github.churnseg.data;

import io.github.churnseg.internal.Shown;
import io.github.churnseg.internal.Utf8;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of rows into a block: characters and values into slices, times and decimals. A
 * row is {@link #begin}, then {@link #text} or {@link #value} for each field, then {@link #end}.
 * One thread.
 */
final class RowReader {

  private final TransactionColumns columns;
  private final FieldUse[][] uses;
  private final TimeParser timeReader;
  private final DecimalReader[] decimalReaders;
  private final boolean hashes;
  private final RowHash hash = new RowHash();

  private final LineBlock block;
  private long line;

  /** The fault of the current row that is reported, of those it has. */
  private @Nullable RowFault fault;

  private FieldUse.@Nullable Kind faulty;
  private char[] characters = new char[64];

  /**
   * Makes a reader.
   *
   * @param uses of each column of the source
   * @param decimalReaders one for each column of the source
   */
  RowReader(
      TransactionColumns columns,
      FieldUse[][] uses,
      DecimalReader[] decimalReaders,
      LineBlock block) {
    this.columns = columns;
    this.uses = uses.clone();
    this.timeReader =
        columns.timePattern == null
            ? new TimeReader(columns.zone)
            : new PatternTimeReader(columns.timePattern, columns.zone);
    this.decimalReaders = decimalReaders.clone();
    this.hashes = columns.duplicatePolicy == DuplicatePolicy.DROP;
    this.block = block;
  }

  DateOrderProof timeProof() {
    return timeReader.proof();
  }

  DecimalProof decimalProof(int column) {
    return decimalReaders[column].proof();
  }

  void begin(long sourceLine) {
    line = sourceLine;
    block.rowsRead++;
    block.room();
    fault = null;
    faulty = null;
    if (hashes) {
      hash.begin();
    }
  }

  /** The field of a column as text. */
  void text(int column, char[] buffer, int from, int length) {
    if (hashes) {
      hash.add(buffer, from, length);
    }
    for (FieldUse use : uses[column]) {
      read(use, column, buffer, from, length);
    }
  }

  /** The field of a column as text. */
  void text(int column, String text) {
    int length = text.length();
    if (characters.length < length) {
      characters = new char[2 * length];
    }
    text.getChars(0, length, characters, 0);
    text(column, characters, 0, length);
    if (!Utf8.canHold(text)) {
      for (FieldUse use : uses[column]) {
        fail(use, text, "is no text", Utf8.PROBLEM);
      }
    }
  }

  private void read(FieldUse use, int column, char[] buffer, int from, int length) {
    switch (use.kind()) {
      case CUSTOMER -> block.putId(block.customer, buffer, from, length);
      case ORDER -> {
        if (block.order != null && !block.putId(block.order, buffer, from, length)) {
          fail(use, "", "is empty", "the order is missing");
        }
      }
      case PRODUCT -> block.putId(block.texts.get(use.slot()), buffer, from, length);
      case TEXT -> block.put(block.texts.get(use.slot()), buffer, from, length, false);
      case FILTER -> block.put(block.filters[use.slot()], buffer, from, length, true);
      case TIME -> readTime(use, buffer, from, length);
      default -> readDecimal(use, decimalReaders[column], buffer, from, length);
    }
  }

  private void readTime(FieldUse use, char[] buffer, int from, int length) {
    switch (timeReader.read(buffer, from, length, line)) {
      case VALUE -> block.millis[block.size] = timeReader.millis();
      case MISSING -> fail(use, "", "is empty", "the time is missing");
      case INVALID -> fail(use, text(buffer, from, length), "is not a time", timeReader.problem());
    }
  }

  private void readDecimal(
      FieldUse use, DecimalReader reader, char[] buffer, int from, int length) {
    switch (reader.read(buffer, from, length, line)) {
      case VALUE -> {
        if (use.kind() == FieldUse.Kind.NUMBER) {
          block.numbers.get(use.slot())[block.size] = reader.nearest();
        } else {
          decimals(use).set(block.size, reader);
        }
      }
      case MISSING -> missing(use);
      case INVALID -> fail(use, text(buffer, from, length), "is not a number", reader.problem());
    }
  }

  private static String text(char[] buffer, int from, int length) {
    return new String(buffer, from, length);
  }

  private void put(FieldUse use, Number value) throws Cells.Unfit {
    if (use.kind() == FieldUse.Kind.NUMBER) {
      block.numbers.get(use.slot())[block.size] = Cells.number(value);
    } else {
      decimals(use).set(block.size, Cells.decimal(value));
    }
  }

  private Decimals decimals(FieldUse use) {
    return switch (use.kind()) {
      case QUANTITY -> Objects.requireNonNull(block.quantity);
      case PRICE -> Objects.requireNonNull(block.price);
      default -> block.amount;
    };
  }

  /** The field of a column as a value that is no text; null where it is missing. */
  void value(int column, @Nullable Object value) {
    if (value instanceof CharSequence characterData) {
      text(column, characterData.toString());
      return;
    }
    if (hashes) {
      hash.add(Cells.text(value), value == null);
    }
    for (FieldUse use : uses[column]) {
      read(use, column, value);
    }
  }

  private void read(FieldUse use, int column, @Nullable Object value) {
    boolean isTime = use.kind() == FieldUse.Kind.TIME;
    boolean isNumber = use.kind().isNumber();
    if (value != null && (isTime ? Cells.isTime(value) : isNumber && value instanceof Number)) {
      try {
        if (isTime) {
          block.millis[block.size] = Cells.millis(value, columns.zone);
        } else {
          put(use, (Number) value);
        }
      } catch (Cells.Unfit e) {
        String reason = isTime ? "is not a time" : "is not a number";
        fail(use, Cells.text(value), reason, e.problem());
      }
      return;
    }
    String plain = Cells.text(value);
    int length = plain.length();
    if (characters.length < length) {
      characters = new char[2 * length];
    }
    plain.getChars(0, length, characters, 0);
    read(use, column, characters, 0, length);
  }

  private void missing(FieldUse use) {
    if (use.kind() == FieldUse.Kind.NUMBER) {
      block.numbers.get(use.slot())[block.size] = Double.NaN;
    } else {
      fail(use, "", "is empty", "the " + use.kind().spelled() + " is missing");
    }
  }

  private void fail(FieldUse use, String value, String reason, String problem) {
    if (faulty != null && faulty.compareTo(use.kind()) <= 0) {
      return;
    }
    faulty = use.kind();
    String shown = value.isEmpty() ? problem : Shown.value(value) + " " + problem;
    fault = new RowFault(line, use.column(), value, reason, shown);
  }

  /** Ends a row that has the wrong number of fields. */
  void endRagged() {
    block.faults.add(new RowFault(line, "", "", "wrong number of fields", ""));
  }

  /** Ends a row. */
  void end() {
    boolean returned = false;
    if (fault == null && block.quantity != null && block.price != null) {
      returned = multiply(block.quantity, block.price);
    }
    if (fault != null) {
      block.faults.add(fault);
      return;
    }
    int at = block.size;
    int sign = block.amount.sign(at);
    returned |= sign < 0;
    block.hasReturns |= returned;
    block.hasMissingCustomers |= block.customer.at[at] == Slices.NONE;
    block.marks[at] = returned ? LineBlock.RETURN : sign == 0 ? LineBlock.FREE : LineBlock.EARNS;
    block.sourceLine[at] = line;
    if (hashes) {
      block.rowHash[2 * at] = hash.high();
      block.rowHash[2 * at + 1] = hash.low();
    }
    block.size++;
  }

  /** Says whether the quantity is negative. */
  private boolean multiply(Decimals quantity, Decimals price) {
    int at = block.size;
    boolean returned = quantity.sign(at) < 0;
    if (returned && price.sign(at) < 0) {
      fail(
          new FieldUse(FieldUse.Kind.PRICE, 0, columns.column(TransactionColumns.Role.PRICE)),
          price.get(at).toPlainString(),
          "is negative like the quantity",
          "is negative, and so is the quantity " + quantity.get(at).toPlainString());
    } else {
      block.amount.setProduct(at, quantity, price);
    }
    return returned;
  }
}
