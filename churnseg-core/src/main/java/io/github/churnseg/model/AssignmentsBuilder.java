package io.github.churnseg.model;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Collects the segments of customers part by part, for models that work on blocks of rows: no array
 * as long as all customers is built and copied. Threads may put different rows at the same time.
 *
 * <pre>{@code
 * var builder = new AssignmentsBuilder(customers, labels);
 * builder.put(0, 2, new int[] {1, 0});
 * builder.put(2, 1, new int[] {1});
 * builder.build();
 * }</pre>
 */
public final class AssignmentsBuilder {

  private final CustomerFeatures customers;
  private final List<SegmentLabel> labels;
  private final LabelNumbers numbers;
  private final AtomicInteger rows = new AtomicInteger();

  /**
   * Begins with no row.
   *
   * @param customers whom the labels are for
   * @param labels the labels there are, none twice
   */
  public AssignmentsBuilder(CustomerFeatures customers, List<SegmentLabel> labels) {
    this.customers = customers;
    this.labels = List.copyOf(labels);
    this.numbers = new LabelNumbers(customers.size(), labels.size());
  }

  /**
   * Takes the labels of some neighbouring rows.
   *
   * @param from the first row, from 0
   * @param count how many rows, none of which was put before
   * @param labelOfRow for each the index of its label, from the start of the array on; copied
   * @throws IndexOutOfBoundsException if there are no such rows or no such label
   * @throws IllegalStateException if all rows are there already
   */
  public void put(int from, int count, int[] labelOfRow) {
    if (rows.addAndGet(count) > customers.size()) {
      throw new IllegalStateException(
          "more labels than the %d customers; put each row once".formatted(customers.size()));
    }
    numbers.put(from, count, labelOfRow);
  }

  /**
   * Ends the collection.
   *
   * @return the assignments, over what was collected
   * @throws IllegalStateException if rows are missing
   */
  public Assignments build() {
    if (rows.get() != customers.size()) {
      throw new IllegalStateException(
          "%d customers but %d labels; put one label a customer"
              .formatted(customers.size(), rows.get()));
    }
    return new Assignments(customers, labels, numbers);
  }
}
