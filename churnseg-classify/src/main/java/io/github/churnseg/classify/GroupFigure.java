package io.github.churnseg.classify;

/**
 * The values of one group of rows. Immutable.
 *
 * @param group its name
 * @param rows how many of its rows have a value
 * @param mean their mean
 * @param median their median
 */
public record GroupFigure(String group, int rows, double mean, double median) {}
