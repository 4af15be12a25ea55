package io.github.churnseg.classify;

/**
 * One part of the customers, such as a tenth, by falling probability.
 *
 * @param part its number, from 1 for the highest probabilities
 * @param customers how many are in it
 * @param members how many of those are of the class; not whole where equal probabilities go over
 *     the border, since who of them comes first is chance
 * @param lift their share beside that among all customers
 * @param gain the share of the class that is in this part and those above it
 * @param cumulativeLift the share among this part and those above it beside that among all
 * @param leastProbability the lowest probability in it
 */
public record GainsPart(
    int part,
    int customers,
    double members,
    double lift,
    double gain,
    double cumulativeLift,
    double leastProbability) {}
