package io.github.churnseg.data;

import io.github.churnseg.internal.IdDictionary;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Copies a log into a Tablesaw table. */
final class LogTable {

  private final Table table = Table.create("transactions");

  /** Names already taken; to a table, names that differ in case only are the same. */
  private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  private LogTable() {}

  static Table of(LineColumns log) {
    LogTable table = new LogTable();
    table.add("customer", log.customerIds(), log.customer());
    IntChunks order = log.order();
    IdDictionary orderIds = log.orderIds();
    if (order != null && orderIds != null) {
      table.add("order", orderIds, order);
    }
    table.addTimes(log);
    table.addAmounts(log);
    log.texts().forEach((name, text) -> table.add(name, text.values(), text.valueOfLine()));
    log.numbers().forEach(table::add);
    return table.table;
  }

  private void add(String name, IdDictionary values, IntChunks valueOfLine) {
    String[] texts = new String[valueOfLine.size()];
    String[] known = new String[values.size()];
    for (int line = 0; line < texts.length; line++) {
      int value = valueOfLine.get(line);
      if (value >= 0 && known[value] == null) {
        known[value] = values.get(value);
      }
      texts[line] = value < 0 ? "" : known[value];
    }
    add(StringColumn.create(free(name), texts));
  }

  private void addTimes(LineColumns log) {
    DateTimeColumn times = DateTimeColumn.create(free("time"));
    for (int line = 0; line < log.size(); line++) {
      times.append(Moments.of(log.epochMillis().get(line)));
    }
    add(times);
  }

  private void addAmounts(LineColumns log) {
    double[] amounts = new double[log.size()];
    for (int line = 0; line < amounts.length; line++) {
      amounts[line] = log.amounts().get(line);
    }
    add(DoubleColumn.create(free("amount"), amounts));
  }

  private void add(String name, DoubleChunks values) {
    double[] copy = new double[values.size()];
    for (int line = 0; line < copy.length; line++) {
      copy[line] = values.get(line);
    }
    add(DoubleColumn.create(free(name), copy));
  }

  private void add(Column<?> column) {
    table.addColumns(column);
  }

  /** An attribute may be called "amount" as well; it becomes "amount 2". */
  private String free(String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = String.format(Locale.ROOT, "%s %d", name, number);
    }
    return free;
  }
}
