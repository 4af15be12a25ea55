package io.github.churnseg.cluster;

/**
 * How a group differs from all customers in one feature.
 *
 * @param column the feature
 * @param difference the group's mean less that of all customers, in standard deviations of all
 *     customers; above 0 if the group has more
 */
public record Distinction(String column, double difference) {}
