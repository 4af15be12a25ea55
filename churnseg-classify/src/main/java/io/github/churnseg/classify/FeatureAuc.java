package io.github.churnseg.classify;

/**
 * How well one column alone tells a class from the others.
 *
 * @param column its name
 * @param auc area under the ROC curve, in the direction in which it is .5 or more; the mean over
 *     the classes where no positive one was named
 */
public record FeatureAuc(String column, double auc) {}
