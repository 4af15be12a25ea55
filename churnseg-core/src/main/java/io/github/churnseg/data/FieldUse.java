package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one column of a source is used for; a column may have several uses.
 *
 * @param kind ordered so that of several faults in a row the first kind is reported
 * @param slot which attribute or filter; 0 for the others
 * @param column the column's name, for messages
 */
record FieldUse(Kind kind, int slot, String column) {

  enum Kind {
    CUSTOMER,
    ORDER,
    TIME,
    AMOUNT,
    QUANTITY,
    PRICE,
    PRODUCT,
    TEXT,
    NUMBER,
    FILTER;

    boolean isNumber() {
      return this == AMOUNT || this == QUANTITY || this == PRICE || this == NUMBER;
    }

    String spelled() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The uses of each column of a source, in the source's order. */
  static FieldUse[][] of(TransactionColumns columns, List<String> sourceColumns) {
    return sourceColumns.stream()
        .map(column -> usesOf(columns, column).toArray(FieldUse[]::new))
        .toArray(FieldUse[][]::new);
  }

  private static List<FieldUse> usesOf(TransactionColumns columns, String column) {
    List<FieldUse> uses = new ArrayList<>();
    for (TransactionColumns.Role role : TransactionColumns.Role.values()) {
      if (role != TransactionColumns.Role.PRODUCT && column.equals(columns.roles.get(role))) {
        uses.add(new FieldUse(Kind.valueOf(role.name()), 0, column));
      }
    }
    int text = columns.textAttributes().indexOf(column);
    if (text >= 0) {
      boolean product = column.equals(columns.roles.get(TransactionColumns.Role.PRODUCT));
      uses.add(new FieldUse(product ? Kind.PRODUCT : Kind.TEXT, text, column));
    }
    if (columns.numbers.contains(column)) {
      uses.add(new FieldUse(Kind.NUMBER, columns.numbers.indexOf(column), column));
    }
    for (int filter = 0; filter < columns.filters.size(); filter++) {
      if (columns.filters.get(filter).column().equals(column)) {
        uses.add(new FieldUse(Kind.FILTER, filter, column));
      }
    }
    return uses;
  }
}
