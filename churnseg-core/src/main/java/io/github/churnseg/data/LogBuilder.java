package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a log of blocks: gives ids their numbers and appends the lines to the columns. Blocks come
 * in the order of the source, so numbers and columns do not depend on how many threads parsed.
 */
final class LogBuilder {

  private final TransactionColumns columns;
  private final LoadCounts counts;
  private final RowJudge judge;

  private final IdDictionary customerIds = new IdDictionary();
  private final IntChunks customer = new IntChunks();
  private final @Nullable IdDictionary orderIds;
  private final IntChunks order = new IntChunks();
  private final List<TextColumn> texts = new ArrayList<>();
  private final List<NumberColumn> numbers = new ArrayList<>();
  private final LongChunks millis = new LongChunks();
  private final AmountsBuilder amounts = new AmountsBuilder();
  private final @Nullable ReturnMatcher matcher;
  private int[] encoded = new int[0];

  private record TextColumn(String name, IdDictionary values, IntChunks valueOfLine) {}

  private record NumberColumn(String name, DoubleChunks values) {}

  LogBuilder(TransactionColumns columns, LoadCounts counts) {
    this.columns = columns;
    this.counts = counts;
    this.judge = new RowJudge(columns, counts);
    this.orderIds = columns.has(TransactionColumns.Role.ORDER) ? new IdDictionary() : null;
    this.matcher =
        columns.returnPolicy == ReturnPolicy.MATCH ? new ReturnMatcher(columns, counts) : null;
    columns
        .textAttributes()
        .forEach(name -> texts.add(new TextColumn(name, new IdDictionary(), new IntChunks())));
    columns.numbers.forEach(name -> numbers.add(new NumberColumn(name, new DoubleChunks())));
  }

  LineBlock newBlock() {
    return new LineBlock(columns, texts.size(), numbers.size());
  }

  /** Takes the block's lines; the block can be used again. */
  void add(LineBlock block) {
    if (Thread.currentThread().isInterrupted()) {
      throw new java.util.concurrent.CancellationException("reading " + counts.source);
    }
    judge.judge(block);
    if (millis.size() > Integer.MAX_VALUE - 64 - block.size) {
      throw new InvalidDataException(
          counts.source + " holds more than 2^31 lines, the most one log can hold; split it");
    }
    encode(block, block.customer, customerIds, customer);
    if (orderIds != null && block.order != null) {
      encode(block, block.order, orderIds, order);
    }
    for (int i = 0; i < texts.size(); i++) {
      encode(block, block.texts.get(i), texts.get(i).values(), texts.get(i).valueOfLine());
    }
    for (int i = 0; i < numbers.size(); i++) {
      numbers.get(i).values().addAll(block.numbers.get(i), block.size);
    }
    millis.addAll(block.millis, block.size);
    block.amount.appendTo(amounts, block.size);
    if (matcher != null) {
      matcher.add(block);
    }
  }

  private void encode(LineBlock block, Slices slices, IdDictionary ids, IntChunks column) {
    if (encoded.length < block.size) {
      encoded = new int[block.capacity()];
    }
    ids.addAll(block.bytes, slices.at, slices.hash, block.size, encoded);
    column.addAll(encoded, block.size);
  }

  /** Turns 3 May to 5 March: the column has proved to have the month first. */
  void swapDaysAndMonths() {
    for (int line = 0; line < millis.size(); line++) {
      millis.set(line, TimeReader.swapDayAndMonth(millis.get(line)));
    }
  }

  /** The log of all blocks. */
  Transactions build() {
    Map<String, LineColumns.TextAttribute> textColumns = new LinkedHashMap<>();
    for (TextColumn text : texts) {
      textColumns.put(
          text.name(),
          new LineColumns.TextAttribute(text.values().trim(), text.valueOfLine().trim()));
    }
    Map<String, DoubleChunks> numberColumns = new LinkedHashMap<>();
    numbers.forEach(number -> numberColumns.put(number.name(), number.values().trim()));
    LineColumns lines =
        new LineColumns(
            customerIds.trim(),
            customer.trim(),
            orderIds == null ? null : orderIds.trim(),
            orderIds == null ? null : order.trim(),
            millis.trim(),
            LineColumns.latest(millis),
            amounts.build(),
            textColumns,
            numberColumns);
    if (matcher != null) {
      lines = matcher.match(lines);
    }
    return new Transactions(lines, new LoadFacts(counts, lines.size()), null, 0);
  }
}
