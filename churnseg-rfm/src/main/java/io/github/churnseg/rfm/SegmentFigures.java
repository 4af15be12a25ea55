package io.github.churnseg.rfm;

import java.util.OptionalLong;

/**
 * What one segment amounts to.
 *
 * @param segment the segment, with its texts
 * @param customers customers in it
 * @param share its share of all customers, 0 to 1
 * @param orders their orders; nothing where the table does not say
 * @param revenue their money, less returns; NaN where the table does not say
 * @param revenueShare their share of all money, 0 to 1; NaN where unknown or where all is not above
 *     zero
 * @param meanOrderValue money an order; NaN where unknown or without customers
 * @param medianRecency median of R in days; NaN, like the next two, without customers
 * @param medianFrequency median of F
 * @param medianMonetary median of M
 */
public record SegmentFigures(
    Segment segment,
    int customers,
    double share,
    OptionalLong orders,
    double revenue,
    double revenueShare,
    double meanOrderValue,
    double medianRecency,
    double medianFrequency,
    double medianMonetary) {}
