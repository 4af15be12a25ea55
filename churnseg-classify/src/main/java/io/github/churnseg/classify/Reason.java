package io.github.churnseg.classify;

/**
 * What one column does to one customer's prediction. Immutable.
 *
 * @param column its name among the customers' columns
 * @param value the customer's value, as it reads
 * @param typical the median of the background customers, or their most frequent category
 * @param effect by how much the value moves the probability, -1 to 1: 0.12 is 12 points up
 */
public record Reason(String column, String value, String typical, double effect) {}
