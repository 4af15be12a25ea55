package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The columns on which two tables are joined, where their names differ. Immutable.
 *
 * <pre>{@code
 * JoinKey.on("buyer", "customer_id").and("shop", "shop_id")
 * }</pre>
 */
public final class JoinKey {

  private final List<String> left;
  private final List<String> right;

  private JoinKey(List<String> left, List<String> right) {
    this.left = List.copyOf(left);
    this.right = List.copyOf(right);
  }

  /**
   * A key of one column.
   *
   * @param left its name in the table that is joined to
   * @param right its name in the table that is added
   * @return the key
   */
  public static JoinKey on(String left, String right) {
    return new JoinKey(List.of(left), List.of(right));
  }

  /** A key of columns that are called the same in both tables. */
  static JoinKey same(String... columns) {
    List<String> names = Arrays.asList(columns);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a join needs at least one key column, seen none");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("a key names each column once, seen " + names);
    }
    return new JoinKey(names, names);
  }

  /**
   * A key of one column more.
   *
   * @param left its name in the table that is joined to
   * @param right its name in the table that is added
   * @return a new key
   */
  public JoinKey and(String left, String right) {
    List<String> lefts = new ArrayList<>(this.left);
    List<String> rights = new ArrayList<>(this.right);
    lefts.add(left);
    rights.add(right);
    return new JoinKey(lefts, rights);
  }

  List<String> left() {
    return left;
  }

  List<String> right() {
    return right;
  }

  /** The key as a report shows it, such as {@code buyer = customer_id, month}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      boolean same = left.get(i).equals(right.get(i));
      parts.add(same ? left.get(i) : left.get(i) + " = " + right.get(i));
    }
    return String.join(", ", parts);
  }
}
