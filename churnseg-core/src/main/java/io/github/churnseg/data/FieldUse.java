package io.github.churnseg.data;

import io.github.churnseg.data.TransactionColumns.Filter;
import io.github.churnseg.data.TransactionColumns.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

  /** The uses that a mapping has for columns, by kind; within a kind in the mapping's order. */
  static List<FieldUse> of(
      Map<Role, String> roles, List<String> texts, List<String> numbers, List<Filter> filters) {
    List<FieldUse> uses = new ArrayList<>();
    String product = roles.get(Role.PRODUCT);
    for (Role role : Role.values()) {
      String column = roles.get(role);
      if (column != null) {
        int slot = role == Role.PRODUCT ? texts.indexOf(column) : 0;
        uses.add(new FieldUse(role.kind, slot, column));
      }
    }
    for (int slot = 0; slot < texts.size(); slot++) {
      if (!texts.get(slot).equals(product)) {
        uses.add(new FieldUse(Kind.TEXT, slot, texts.get(slot)));
      }
    }
    for (int slot = 0; slot < numbers.size(); slot++) {
      uses.add(new FieldUse(Kind.NUMBER, slot, numbers.get(slot)));
    }
    for (int slot = 0; slot < filters.size(); slot++) {
      uses.add(new FieldUse(Kind.FILTER, slot, filters.get(slot).column()));
    }
    return uses;
  }
}
