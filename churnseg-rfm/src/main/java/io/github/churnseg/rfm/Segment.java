package io.github.churnseg.rfm;

/**
 * A named segment, with what it means and what to do about it.
 *
 * @param name the stable key, such as {@code Champions}; the same in every language
 * @param description who these customers are; empty where nobody has said
 * @param action what to do about them; empty where nobody has said
 */
public record Segment(String name, String description, String action) {}
