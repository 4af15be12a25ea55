package io.github.churnseg.model;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which customer is in which segment, in the order the customers were given. Immutable; holds one
 * byte a customer beside the customers themselves, or four where there are more than 128 labels.
 */
public final class Assignments {

  private final CustomerFeatures customers;
  private final List<SegmentLabel> labels;
  private final LabelNumbers labelOfRow;

  /**
   * Pairs customers with labels.
   *
   * @param customers whom the labels are for
   * @param labels the labels there are, none twice
   * @param labelOfRow for each customer the index of its label in {@code labels}; copied
   */
  public Assignments(CustomerFeatures customers, List<SegmentLabel> labels, int[] labelOfRow) {
    if (customers.size() != labelOfRow.length) {
      throw new IllegalArgumentException(
          customers.size()
              + " customers but "
              + labelOfRow.length
              + " labels; give one label a customer");
    }
    this.customers = customers;
    this.labels = List.copyOf(labels);
    this.labelOfRow = new LabelNumbers(labelOfRow.length, labels.size());
    this.labelOfRow.put(0, labelOfRow.length, labelOfRow);
  }

  /** Takes over the numbers, which nobody changes any more. */
  Assignments(CustomerFeatures customers, List<SegmentLabel> labels, LabelNumbers labelOfRow) {
    this.customers = customers;
    this.labels = labels;
    this.labelOfRow = labelOfRow;
  }

  /**
   * The number of customers.
   *
   * @return rows
   */
  public int size() {
    return labelOfRow.rows();
  }

  /**
   * The customers the labels are for.
   *
   * @return the features, in the same order
   */
  public CustomerFeatures customers() {
    return customers;
  }

  /**
   * The customer of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the id
   */
  public String id(int row) {
    return customers.id(row);
  }

  /**
   * The labels there are; some may have no customer.
   *
   * @return labels in the order of the model
   */
  public List<SegmentLabel> labels() {
    return labels;
  }

  /**
   * The segment of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the label
   */
  public SegmentLabel label(int row) {
    return labels.get(labelOfRow.get(row));
  }

  /**
   * The segment of a row, as a number.
   *
   * @param row 0 to {@code size() - 1}
   * @return the index of its label in {@link #labels()}
   */
  public int labelIndex(int row) {
    return labelOfRow.get(row);
  }

  /**
   * The segment of a customer.
   *
   * @param id the customer
   * @return the label, or nothing if the customer is not here
   */
  public Optional<SegmentLabel> of(String id) {
    var row = customers.rowOf(id);
    return row.isPresent() ? Optional.of(label(row.getAsInt())) : Optional.empty();
  }

  /**
   * The segments of customers as classes to be learnt.
   *
   * @param some customers who all have a segment here, found by their ids
   * @return the name of the segment of each, in their order
   * @throws InvalidDataException if one of them has none
   */
  public Labels labelsOf(CustomerFeatures some) {
    List<String> names = new ArrayList<>(some.size());
    for (int row = 0; row < some.size(); row++) {
      String id = some.id(row);
      names.add(
          of(id)
              .orElseThrow(
                  () ->
                      new InvalidDataException(
                          "customer '" + id + "' has no segment; leave it out with select(…)"))
              .name());
    }
    return Labels.of(names);
  }

  /**
   * How many customers each label has, in the order of {@link #labels()}, zeros included.
   *
   * @return customers by label
   */
  public Map<SegmentLabel, Integer> counts() {
    int[] counts = labelOfRow.counts();
    Map<SegmentLabel, Integer> byLabel = new LinkedHashMap<>();
    for (int label = 0; label < counts.length; label++) {
      byLabel.put(labels.get(label), counts[label]);
    }
    return byLabel;
  }

  /**
   * A table with the columns {@code customer} and {@code segment}.
   *
   * @return a new table, a row a customer
   */
  public Table toTable() {
    String[] ids = new String[size()];
    String[] names = new String[size()];
    for (int row = 0; row < size(); row++) {
      ids[row] = id(row);
      names[row] = label(row).name();
    }
    return Table.create(
        "segments", StringColumn.create("customer", ids), StringColumn.create("segment", names));
  }

  /** The first customers, and how many there are in all. */
  @Override
  public String toString() {
    int shown = Math.min(10, size());
    TextTable table = TextTable.of("customer", "segment");
    for (int row = 0; row < shown; row++) {
      table.row(id(row), label(row).name());
    }
    return table + (shown < size() ? "… " + size() + " customers in all\n" : "");
  }
}
