package io.github.churnseg.data;

import io.github.churnseg.internal.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some thousands of rows on their way into a log: what parsing made of them, before ids have
 * numbers. Blocks can be parsed by several threads at once; they are added in order. Recycled.
 */
final class LineBlock {

  /** The line takes something back. */
  static final byte RETURN = 1;

  /** The line cost nothing as it was read. */
  static final byte FREE = 2;

  /** The line adds money, which a cancelled order must not. */
  static final byte EARNS = 4;

  /** Room for an order of a service; a block of a file grows to its size once, and is recycled. */
  private static final int FIRST_LINES = 4;

  /** The texts that slices point into; readable {@link Bytes#PADDING} past {@link #end}. */
  byte[] bytes = new byte[1 << 8];

  int end;

  /** Rows of the source that went into this block. */
  long rowsRead;

  /** Lines that are whole: the rows less those that cannot be used. */
  int size;

  int idsStripped;

  /** Whether any line is a return. */
  boolean hasReturns;

  /** Whether any line has no customer. */
  boolean hasMissingCustomers;

  /** Rows that cannot be used, in order. */
  final List<RowFault> faults = new ArrayList<>();

  final Slices customer = new Slices(FIRST_LINES);
  final @Nullable Slices order;
  final List<Slices> texts = new ArrayList<>();
  final Slices[] filters;
  long[] millis = new long[FIRST_LINES];
  final Decimals amount = new Decimals(FIRST_LINES);

  /** With {@link #price} only where the amount is their product. */
  final @Nullable Decimals quantity;

  final @Nullable Decimals price;
  final List<double[]> numbers = new ArrayList<>();
  byte[] marks = new byte[FIRST_LINES];

  /** To be added to the places of lines and faults, where a block counts its lines from 1. */
  long linesBefore;

  /** The place of each line in its source, from 1. */
  long[] sourceLine = new long[FIRST_LINES];

  /** Two for each line; empty where duplicates are kept. */
  long[] rowHash;

  private final boolean hashes;

  LineBlock(TransactionColumns columns, int textAttributes, int numberAttributes) {
    order = columns.has(TransactionColumns.Role.ORDER) ? new Slices(FIRST_LINES) : null;
    filters = new Slices[columns.filters.size()];
    Arrays.setAll(filters, i -> new Slices(FIRST_LINES));
    boolean multiplies = columns.has(TransactionColumns.Role.QUANTITY);
    quantity = multiplies ? new Decimals(FIRST_LINES) : null;
    price = multiplies ? new Decimals(FIRST_LINES) : null;
    hashes = columns.duplicatePolicy == DuplicatePolicy.DROP;
    rowHash = new long[hashes ? 2 * FIRST_LINES : 0];
    for (int i = 0; i < textAttributes; i++) {
      texts.add(new Slices(FIRST_LINES));
    }
    for (int i = 0; i < numberAttributes; i++) {
      numbers.add(new double[FIRST_LINES]);
    }
  }

  int capacity() {
    return millis.length;
  }

  /** Makes room for one more line. */
  void room() {
    if (size == capacity()) {
      resize(size * 2);
    }
  }

  void clear() {
    end = 0;
    rowsRead = 0;
    size = 0;
    idsStripped = 0;
    hasReturns = false;
    hasMissingCustomers = false;
    linesBefore = 0;
    faults.clear();
    amount.clear();
    if (quantity != null && price != null) {
      quantity.clear();
      price.clear();
    }
  }

  private void resize(int lines) {
    customer.resize(lines);
    if (order != null) {
      order.resize(lines);
    }
    texts.forEach(slices -> slices.resize(lines));
    for (Slices slices : filters) {
      slices.resize(lines);
    }
    millis = Arrays.copyOf(millis, lines);
    amount.resize(lines);
    if (quantity != null && price != null) {
      quantity.resize(lines);
      price.resize(lines);
    }
    numbers.replaceAll(values -> Arrays.copyOf(values, lines));
    marks = Arrays.copyOf(marks, lines);
    sourceLine = Arrays.copyOf(sourceLine, lines);
    if (hashes) {
      rowHash = Arrays.copyOf(rowHash, 2 * lines);
    }
  }

  /** Takes in an id without the blanks around it; says whether anything is left. */
  boolean putId(Slices slices, char[] buffer, int from, int length) {
    int start = from;
    int after = from + length;
    while (start < after && isBlank(buffer[start])) {
      start++;
    }
    while (after > start && isBlank(buffer[after - 1])) {
      after--;
    }
    if (after - start < length && after > start) {
      idsStripped++;
    }
    put(slices, buffer, start, after - start, false);
    return after > start;
  }

  private static boolean isBlank(char c) {
    return c == ' '
        || (c < ' ' && Character.isWhitespace(c))
        || (c > 127 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /**
   * Copies a text behind the others and points the current line's slice at it.
   *
   * @param emptyIsText whether empty text is a value, and not a missing one
   */
  void put(Slices slices, char[] buffer, int from, int length, boolean emptyIsText) {
    if (length == 0 && !emptyIsText) {
      slices.setNone(size);
      return;
    }
    int needed = end + 3 * length + Bytes.PADDING; // a char is at most three bytes of UTF-8
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, needed));
    }
    if (!putAscii(slices, buffer, from, length)) {
      byte[] utf8 = new String(buffer, from, length).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(utf8, 0, bytes, end, utf8.length);
      slices.set(size, end, utf8.length, Bytes.hash(bytes, end, utf8.length));
      end += utf8.length;
    }
  }

  /**
   * Takes in a text if all of it is ASCII. Eight characters become one word in a register, which is
   * written and hashed: hashing the bytes after they were written one by one would have to wait for
   * each of them.
   */
  private boolean putAscii(Slices slices, char[] buffer, int from, int length) {
    long hash = Bytes.firstHash(length);
    int all = 0;
    int at = from;
    int to = end;
    for (int words = length >> 3; words > 0; words--) {
      long word = 0;
      for (int i = 7; i >= 0; i--) {
        all |= buffer[at + i];
        word = word << 8 | buffer[at + i];
      }
      Bytes.setEight(bytes, to, word);
      hash = Bytes.nextHash(hash, word);
      at += 8;
      to += 8;
    }
    int left = length & 7;
    if (left > 0) {
      long word = 0;
      for (int i = left - 1; i >= 0; i--) {
        all |= buffer[at + i];
        word = word << 8 | buffer[at + i];
      }
      Bytes.setEight(bytes, to, word);
      hash = Bytes.nextHash(hash, word);
      to += left;
    }
    if (all > 127) {
      return false;
    }
    slices.set(size, end, length, Bytes.lastHash(hash));
    end = to;
    return true;
  }

  /** Moves a line to an earlier place, over one that is left out. */
  void move(int from, int to) {
    customer.move(from, to);
    if (order != null) {
      order.move(from, to);
    }
    for (Slices slices : texts) {
      slices.move(from, to);
    }
    millis[to] = millis[from];
    amount.move(from, to);
    if (quantity != null && price != null) {
      quantity.move(from, to);
      price.move(from, to);
    }
    for (double[] values : numbers) {
      values[to] = values[from];
    }
    marks[to] = marks[from];
    sourceLine[to] = sourceLine[from];
  }
}
