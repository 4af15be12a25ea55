package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says which column of a source is what, and what happens to rows that need a decision. Immutable;
 * each method returns a new mapping.
 *
 * <pre>{@code
 * var log = Transactions.csv(Path.of("online_retail.csv"), c -> c
 *     .customer("CustomerID").order("InvoiceNo").time("InvoiceDate")
 *     .quantity("Quantity").price("UnitPrice").product("StockCode").text("Country")
 *     .keepIf("StockCode", code -> !Character.isLetter(code.charAt(0)))
 *     .cancelledIf(invoice -> invoice.startsWith("C"))
 *     .onMissingCustomer(MissingCustomerPolicy.DROP)
 *     .onReturn(ReturnPolicy.MATCH));
 * }</pre>
 *
 * <p>A customer, a time and money (an amount, or quantity and price) are needed; without an order
 * column each line is an order of its own. Whatever the order of the calls and whatever the source,
 * a row is judged in this order, and counted under the first that applies: it cannot be used
 * ({@link #onInvalid}); it names no customer ({@link #onMissingCustomer}); it repeats an earlier
 * row ({@link #onDuplicate}); a {@link #keepIf} does not hold; it is a return ({@link #onReturn});
 * it is free ({@link #onFree}).
 *
 * <p>Blanks around the ids of customers, orders and products, no-break spaces included, are taken
 * off, and the report says how often. Attributes stay as they are.
 */
public final class TransactionColumns {

  /** What a column is to a log; named as in messages. */
  enum Role {
    CUSTOMER(FieldUse.Kind.CUSTOMER),
    ORDER(FieldUse.Kind.ORDER),
    TIME(FieldUse.Kind.TIME),
    AMOUNT(FieldUse.Kind.AMOUNT),
    QUANTITY(FieldUse.Kind.QUANTITY),
    PRICE(FieldUse.Kind.PRICE),
    PRODUCT(FieldUse.Kind.PRODUCT);

    final FieldUse.Kind kind;

    Role(FieldUse.Kind kind) {
      this.kind = kind;
    }
  }

  /** A filter on the raw text of a column. */
  record Filter(String column, Predicate<String> condition) {}

  /** Asked once: the question takes as long as a small log. */
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  static final TransactionColumns NONE = new TransactionColumns(new Draft());

  /** In the order of the roles; nobody writes to it. */
  final Map<Role, String> roles;

  final @Nullable String timePattern;
  final List<String> texts;
  final List<String> numbers;
  final List<Filter> filters;
  final @Nullable Predicate<String> cancelled;
  final @Nullable ZoneId zone;
  final CsvFormat format;
  final int threads;
  final RowPolicy rowPolicy;
  final MissingCustomerPolicy missingCustomerPolicy;
  final DuplicatePolicy duplicatePolicy;
  final ReturnPolicy returnPolicy;
  final FreePolicy freePolicy;

  /** The text attributes: those asked for, behind the product. */
  final List<String> textAttributes;

  /** What becomes of columns, by kind. */
  final List<FieldUse> uses;

  private TransactionColumns(Draft draft) {
    roles = draft.roles; // which is the draft's no more
    timePattern = draft.timePattern;
    texts = List.copyOf(draft.texts);
    numbers = List.copyOf(draft.numbers);
    filters = List.copyOf(draft.filters);
    cancelled = draft.cancelled;
    zone = draft.zone == null ? draft.format.zone : draft.zone;
    format = draft.format;
    threads = draft.threads;
    rowPolicy = draft.rowPolicy;
    missingCustomerPolicy = draft.missingCustomerPolicy;
    duplicatePolicy = draft.duplicatePolicy;
    returnPolicy = draft.returnPolicy;
    freePolicy = draft.freePolicy;
    textAttributes = behind(roles.get(Role.PRODUCT), texts);
    uses = FieldUse.of(roles, textAttributes, numbers, filters);
  }

  private static List<String> behind(@Nullable String product, List<String> texts) {
    if (product == null || texts.contains(product)) {
      return texts;
    }
    List<String> all = new ArrayList<>(texts);
    all.add(0, product);
    return all;
  }

  /** A mapping while a wither changes it; its values are the defaults. */
  private static final class Draft {
    final Map<Role, String> roles = new EnumMap<>(Role.class);
    @Nullable String timePattern;
    final List<String> texts = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    final List<Filter> filters = new ArrayList<>();
    @Nullable Predicate<String> cancelled;
    @Nullable ZoneId zone;
    CsvFormat format = CsvFormat.detect();
    int threads = PROCESSORS;
    RowPolicy rowPolicy = RowPolicy.STRICT;
    MissingCustomerPolicy missingCustomerPolicy = MissingCustomerPolicy.INVALID;
    DuplicatePolicy duplicatePolicy = DuplicatePolicy.KEEP;
    ReturnPolicy returnPolicy = ReturnPolicy.NET;
    FreePolicy freePolicy = FreePolicy.KEEP;
  }

  private TransactionColumns with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.roles.putAll(roles);
    draft.timePattern = timePattern;
    draft.texts.addAll(texts);
    draft.numbers.addAll(numbers);
    draft.filters.addAll(filters);
    draft.cancelled = cancelled;
    draft.zone = zone;
    draft.format = format;
    draft.threads = threads;
    draft.rowPolicy = rowPolicy;
    draft.missingCustomerPolicy = missingCustomerPolicy;
    draft.duplicatePolicy = duplicatePolicy;
    draft.returnPolicy = returnPolicy;
    draft.freePolicy = freePolicy;
    change.accept(draft);
    return new TransactionColumns(draft);
  }

  private TransactionColumns with(Role role, String column) {
    if (column.isEmpty()) {
      throw new IllegalArgumentException("the name of a column cannot be empty");
    }
    return with(draft -> draft.roles.put(role, column));
  }

  /**
   * Names the column that holds the customer's id. Needed.
   *
   * @param column a column of the source; its values are text, {@code 007} is not {@code 7}
   * @return a new mapping
   */
  public TransactionColumns customer(String column) {
    return with(Role.CUSTOMER, column);
  }

  /**
   * Names the column that holds the order's id; lines of one order share it.
   *
   * @param column a column of the source; its values are text
   * @return a new mapping
   */
  public TransactionColumns order(String column) {
    return with(Role.ORDER, column);
  }

  /**
   * Names the column that says when a line was bought. Needed. Its way of writing is proved over
   * the whole column; what leaves two readings, such as {@code 01/02/2024}, is an error.
   *
   * @param column a column of the source: text, dates or timestamps
   * @return a new mapping
   */
  public TransactionColumns time(String column) {
    return with(Role.TIME, column).with(draft -> draft.timePattern = null);
  }

  /**
   * Names the column that says when a line was bought, and how its text is written.
   *
   * @param column a text column of the source
   * @param pattern as in {@link java.time.format.DateTimeFormatter}, such as {@code d/M/yyyy H:mm}
   * @return a new mapping
   */
  public TransactionColumns time(String column, String pattern) {
    return with(Role.TIME, column).with(draft -> draft.timePattern = pattern);
  }

  /**
   * Names the column that holds the money of the whole line; instead of quantity and price.
   *
   * @param column a column of the source, in one currency
   * @return a new mapping
   */
  public TransactionColumns amount(String column) {
    return with(Role.AMOUNT, column);
  }

  /**
   * Names the column that says how many were bought; the amount is this times the price, exactly.
   *
   * @param column a column of the source; negative values are returns
   * @return a new mapping
   */
  public TransactionColumns quantity(String column) {
    return with(Role.QUANTITY, column);
  }

  /**
   * Names the column that holds the price of one; the amount is this times the quantity, exactly.
   *
   * @param column a column of the source, in one currency
   * @return a new mapping
   */
  public TransactionColumns price(String column) {
    return with(Role.PRICE, column);
  }

  /**
   * Names the column that holds the product's id, by which returns find their purchase; it becomes
   * a text attribute too.
   *
   * @param column a column of the source; its values are text
   * @return a new mapping
   */
  public TransactionColumns product(String column) {
    return with(Role.PRODUCT, column);
  }

  /**
   * Adds a text attribute, such as a category or a city; empty text is a missing value.
   *
   * @param column a column of the source; names the attribute
   * @return a new mapping
   */
  public TransactionColumns text(String column) {
    return with(draft -> draft.texts.add(distinct(column)));
  }

  /**
   * Adds a numeric attribute, such as the freight; an empty field is a missing value.
   *
   * @param column a column of the source; names the attribute
   * @return a new mapping
   */
  public TransactionColumns number(String column) {
    return with(draft -> draft.numbers.add(distinct(column)));
  }

  /** Adds attributes, none of which may be there yet. */
  TransactionColumns attributes(Collection<String> moreTexts, Collection<String> moreNumbers) {
    return with(
        draft -> {
          draft.texts.addAll(moreTexts);
          draft.numbers.addAll(moreNumbers);
        });
  }

  private String distinct(String attribute) {
    if (texts.contains(attribute) || numbers.contains(attribute)) {
      throw new IllegalArgumentException("attribute '" + attribute + "' is mapped twice");
    }
    return attribute;
  }

  /**
   * Gives the time zone whose local time the log keeps. Needed where times carry an offset or are
   * instants; times without one are local already and stay as they are.
   *
   * @param local the shop's time zone
   * @return a new mapping
   */
  public TransactionColumns zone(ZoneId local) {
    return with(draft -> draft.zone = local);
  }

  /**
   * Says how a CSV file is written; {@link CsvFormat#detect()} by default. Other sources have no
   * use for it.
   *
   * @param csv separator, decimal mark, encoding and header, as far as they are to be given
   * @return a new mapping
   */
  public TransactionColumns format(CsvFormat csv) {
    return with(draft -> draft.format = csv);
  }

  /**
   * Says how many threads read a CSV file; as many as the machine has processors by default. The
   * log is the same for any number.
   *
   * @param count 1 or more
   * @return a new mapping
   */
  public TransactionColumns threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " threads cannot read; choose 1 or more");
    }
    return with(draft -> draft.threads = count);
  }

  /**
   * Keeps only rows whose raw text in a column holds to a condition; the report counts the others
   * by column. May be called for several columns, mapped or not; all must hold. The condition is
   * asked once for each distinct value.
   *
   * @param column a column of the source
   * @param condition true for the rows to keep; gets empty text where the value is missing
   * @return a new mapping
   */
  public TransactionColumns keepIf(String column, Predicate<String> condition) {
    return with(draft -> draft.filters.add(new Filter(column, condition)));
  }

  /**
   * Says which orders are cancellations, whose lines are returns; by default none is, and negative
   * quantities or amounts alone make returns. A line of a cancellation must not add money: where
   * its amount is positive, it is a row that cannot be used, unless {@link ReturnPolicy#EXCLUDE}
   * leaves it out anyway.
   *
   * @param isCancellation asked once for each order id
   * @return a new mapping; needs an order column
   */
  public TransactionColumns cancelledIf(Predicate<String> isCancellation) {
    return with(draft -> draft.cancelled = isCancellation);
  }

  /**
   * Says what happens to rows that cannot be used; {@link RowPolicy#STRICT} by default.
   *
   * @param policy refuse the source, or skip and count
   * @return a new mapping
   */
  public TransactionColumns onInvalid(RowPolicy policy) {
    return with(draft -> draft.rowPolicy = policy);
  }

  /**
   * Says what happens to rows without customer; {@link MissingCustomerPolicy#INVALID} by default.
   *
   * @param policy like a row that cannot be used, or drop and count
   * @return a new mapping
   */
  public TransactionColumns onMissingCustomer(MissingCustomerPolicy policy) {
    return with(draft -> draft.missingCustomerPolicy = policy);
  }

  /**
   * Says what happens to rows that repeat an earlier one; {@link DuplicatePolicy#KEEP} by default.
   *
   * @param policy keep, or drop and count
   * @return a new mapping
   */
  public TransactionColumns onDuplicate(DuplicatePolicy policy) {
    return with(draft -> draft.duplicatePolicy = policy);
  }

  /**
   * Says what happens to returns; {@link ReturnPolicy#NET} by default.
   *
   * @param policy net, exclude, or match to the purchase
   * @return a new mapping
   */
  public TransactionColumns onReturn(ReturnPolicy policy) {
    return with(draft -> draft.returnPolicy = policy);
  }

  /**
   * Says what happens to free lines; {@link FreePolicy#KEEP} by default.
   *
   * @param policy keep, or drop and count
   * @return a new mapping
   */
  public TransactionColumns onFree(FreePolicy policy) {
    return with(draft -> draft.freePolicy = policy);
  }

  /** Applies a caller's mapping to these columns and checks what does not need the source. */
  TransactionColumns mapped(UnaryOperator<TransactionColumns> mapping) {
    TransactionColumns columns =
        Objects.requireNonNull(mapping.apply(this), "the mapping returned no columns");
    columns.check();
    return columns;
  }

  private void check() {
    require(Role.CUSTOMER, "no customer column is named; add .customer(\"<column>\")");
    require(Role.TIME, "no time column is named; add .time(\"<column>\")");
    boolean quantity = roles.containsKey(Role.QUANTITY);
    boolean price = roles.containsKey(Role.PRICE);
    if (roles.containsKey(Role.AMOUNT)) {
      if (quantity || price) {
        throw new IllegalArgumentException(
            "money is mapped twice: amount '"
                + roles.get(Role.AMOUNT)
                + "' and quantity or price; keep .amount, or .quantity and .price");
      }
    } else if (!quantity || !price) {
      throw new IllegalArgumentException(
          "no money is mapped; add .amount(\"<column>\"), or both .quantity(\"<column>\") and"
              + " .price(\"<column>\")");
    }
    if (returnPolicy == ReturnPolicy.MATCH) {
      require(Role.PRODUCT, "ReturnPolicy.MATCH finds purchases by product; add .product(\"…\")");
    }
    if (cancelled != null) {
      require(Role.ORDER, "cancelledIf asks for order ids; add .order(\"<column>\")");
    }
  }

  private void require(Role role, String problem) {
    if (!roles.containsKey(role)) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** All columns that are used, each once. */
  List<String> used() {
    return uses.stream().map(FieldUse::column).distinct().toList();
  }

  /** The column of a role that must have been mapped. */
  String column(Role role) {
    String column = roles.get(role);
    if (column == null) {
      throw new InvalidDataException("no column is mapped for " + role);
    }
    return column;
  }

  boolean has(Role role) {
    return roles.containsKey(role);
  }

  /** Whether returns are matched by quantity rather than by amount. */
  boolean matchesQuantities() {
    return returnPolicy == ReturnPolicy.MATCH && has(Role.QUANTITY);
  }
}
