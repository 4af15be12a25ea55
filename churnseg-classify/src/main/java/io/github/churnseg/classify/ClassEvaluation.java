package io.github.churnseg.classify;

/**
 * How well one class is told from the others. A figure that does not exist, such as the AUC where
 * nobody or everybody is of the class, is {@code NaN}.
 *
 * @param name the class
 * @param customers how many are of it
 * @param auc area under the ROC curve; ties count half
 * @param prAuc average precision; equal probabilities are taken together
 * @param precision of those predicted to be of it, the share who are; 0 where nobody is predicted
 * @param recall of those who are of it, the share predicted so
 * @param f1 harmonic mean of precision and recall; 0 where both are
 * @param brier mean squared distance of its probability from 1 for its own and 0 for others
 */
public record ClassEvaluation(
    String name,
    int customers,
    double auc,
    double prAuc,
    double precision,
    double recall,
    double f1,
    double brier) {}
