package io.github.churnseg.classify;

/**
 * A column that could be left out, and why. Immutable.
 *
 * @param column its name
 * @param reason what it follows from, and why it and not the other
 */
public record DropSuggestion(String column, String reason) {}
