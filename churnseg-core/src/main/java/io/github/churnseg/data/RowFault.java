package io.github.churnseg.data;

/**
 * A row that cannot be used.
 *
 * @param line its place in the source, from 1
 * @param column the column at fault; empty where it is the whole row
 * @param value the value seen
 * @param reason the same for all rows that fail alike, such as {@code "is no number"}
 * @param problem the whole message behind the place
 */
record RowFault(long line, String column, String value, String reason, String problem) {}
