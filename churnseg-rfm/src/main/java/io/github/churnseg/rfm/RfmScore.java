package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the scores of a customer come to.
 *
 * @param r score of recency, the greatest is the best
 * @param f score of frequency
 * @param m score of money
 * @param code the three scores as text, such as {@code 543}; with hyphens where there is a level 10
 * @param segment the name of the segment
 * @param weighted the weighted mean of the three scores
 * @param risk the risk tier of the weighted score
 */
public record RfmScore(
    int r, int f, int m, String code, String segment, double weighted, String risk) {

  static String code(int greatest, int... scores) {
    return Arrays.stream(scores)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(greatest > 9 ? "-" : ""));
  }
}
