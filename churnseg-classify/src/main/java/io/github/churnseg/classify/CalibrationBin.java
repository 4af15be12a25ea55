package io.github.churnseg.classify;

/**
 * Some customers with neighbouring probabilities, and what became of them.
 *
 * @param customers how many
 * @param predicted the mean of their probabilities
 * @param observed the share of them who are of the class
 * @param low lower end of where that share may be, by Wilson's 95 % interval
 * @param high upper end
 */
public record CalibrationBin(
    int customers, double predicted, double observed, double low, double high) {}
