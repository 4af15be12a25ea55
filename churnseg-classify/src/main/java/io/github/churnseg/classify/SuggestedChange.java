package io.github.churnseg.classify;

/**
 * A change of one actionable column that takes a customer across the threshold. Immutable. It is
 * what the model would say of such a customer, no promise of what this one would do.
 *
 * @param column the column to change
 * @param from the customer's value, as it reads
 * @param to the nearest value that crosses the threshold, as it reads
 * @param number that value; of a category its place among the levels
 * @param probability the probability of the class after the change, 0 to 1
 * @param passed how large the change is: the share of the background customers whose values lie
 *     between the two, 0 to 1; for a column of categories without an order, 1
 */
public record SuggestedChange(
    String column, String from, String to, double number, double probability, double passed) {}
