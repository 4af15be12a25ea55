package io.github.churnseg.classify;

/**
 * What comes of contacting all customers from a probability on.
 *
 * @param threshold the least probability of those contacted; infinite where nobody is
 * @param contacted how many customers
 * @param share of all customers, 0 to 1
 * @param leavers how many of them would have left
 * @param profit the expected profit of all contacts, in the campaign's currency
 * @param profitPerCustomer the same, by all customers
 */
public record ProfitPoint(
    double threshold,
    int contacted,
    double share,
    int leavers,
    double profit,
    double profitPerCustomer) {}
