package io.github.churnseg.classify;

/**
 * How many customers a condition has left.
 *
 * @param condition what was asked, such as {@code risk ≥ 0.75}
 * @param customers who met it and all conditions before
 */
public record TargetStep(String condition, int customers) {}
