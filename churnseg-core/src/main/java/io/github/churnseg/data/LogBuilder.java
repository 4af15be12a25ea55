package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.IdDictionary;
import io.github.churnseg.internal.Interruption;
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
  private final OrderOwners owners = new OrderOwners();
  private final List<TextColumn> texts = new ArrayList<>();
  private final List<NumberColumn> numbers = new ArrayList<>();
  private final LongChunks millis = new LongChunks();
  private final AmountsBuilder amounts = new AmountsBuilder();
  private final @Nullable ReturnMatcher matcher;

  private record TextColumn(String name, IdDictionary values, IntChunks valueOfLine) {}

  private record NumberColumn(String name, DoubleChunks values) {}

  LogBuilder(TransactionColumns columns, LoadCounts counts) {
    this.columns = columns;
    this.counts = counts;
    this.judge = new RowJudge(columns, counts);
    this.orderIds = columns.has(TransactionColumns.Role.ORDER) ? new IdDictionary() : null;
    this.matcher =
        columns.returnPolicy == ReturnPolicy.MATCH ? new ReturnMatcher(columns, counts) : null;
    columns.textAttributes.forEach(
        name -> texts.add(new TextColumn(name, new IdDictionary(), new IntChunks())));
    columns.numbers.forEach(name -> numbers.add(new NumberColumn(name, new DoubleChunks())));
  }

  LineBlock newBlock() {
    return new LineBlock(columns, texts.size(), numbers.size());
  }

  /** Takes the block's lines; the block can be used again. */
  void add(LineBlock block) {
    judge(block);
    numberOrders(block);
    numberCustomers(block);
    append(block);
  }

  /** The first step: leaves only the lines that stay. */
  void judge(LineBlock block) {
    Interruption.check("reading " + counts.source);
    judge.judge(block);
  }

  /** The second step, at the same time as {@link #numberCustomers} if wanted: other texts too. */
  void numberOrders(LineBlock block) {
    if (orderIds != null && block.order != null) {
      block.order.number(block, orderIds);
    }
    for (int i = 0; i < texts.size(); i++) {
      block.texts.get(i).number(block, texts.get(i).values());
    }
  }

  /** The second step for customers. */
  void numberCustomers(LineBlock block) {
    block.customer.number(block, customerIds);
  }

  /** The last step: the block's lines become lines of the log. */
  void append(LineBlock block) {
    if (millis.size() > Integer.MAX_VALUE - 64 - block.size) {
      throw new InvalidDataException(
          counts.source + " holds more than 2^31 lines, the most one log can hold; split it");
    }
    customer.addAll(block.customer.numbers, block.size);
    if (block.order != null) {
      order.addAll(block.order.numbers, block.size);
      owners.add(block, block.customer.numbers, block.order.numbers);
    }
    for (int i = 0; i < texts.size(); i++) {
      texts.get(i).valueOfLine().addAll(block.texts.get(i).numbers, block.size);
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

  /**
   * The log of all blocks.
   *
   * @param proof what the time column proves of the order of day and month
   */
  Transactions build(DateOrderProof proof) {
    Place time = Place.of(counts.source).inColumn(columns.column(TransactionColumns.Role.TIME));
    if (proof.order(time) == DateOrderProof.Order.MONTH_FIRST) {
      for (int line = 0; line < millis.size(); line++) {
        millis.set(line, TimeReader.swapDayAndMonth(millis.get(line)));
      }
    }
    return build();
  }

  private Transactions build() {
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
            orderIds == null ? null : owners.trim(orderIds.size()),
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
