package io.github.churnseg.classify;

/**
 * What a model says on the mean when everybody has one value. Immutable.
 *
 * @param value the value, or the category, as it reads
 * @param number the value; of a category its place among the levels
 * @param probability the mean probability of the class, 0 to 1
 * @param spread standard deviation of the probability over the customers
 */
public record DependencePoint(String value, double number, double probability, double spread) {}
