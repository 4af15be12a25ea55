package io.github.churnseg.classify;

/**
 * Something that makes figures look better, or worse, than they are.
 *
 * @param kind what it is
 * @param subject the column, class or customer it is about
 * @param text what was seen and what to do, in one sentence
 */
public record Warning(Kind kind, String subject, String text) {

  /** What there is to be warned of. */
  public enum Kind {
    /** A column alone tells the classes apart almost without fault. */
    LEAK,
    /** A column is the target under another name. */
    TARGET_AMONG_FEATURES,
    /** A column has another value for each customer. */
    IDENTIFIER,
    /** All predictions are of one class. */
    ONE_CLASS_PREDICTED,
    /** Classes that are no classes: spelled twice, empty, too many, or never seen. */
    DOUBTFUL_CLASSES,
    /** Rows of one customer are learnt from and predicted. */
    CUSTOMER_ON_BOTH_SIDES,
    /** The model ranks customers worse than its best column does alone. */
    WORSE_THAN_ONE_COLUMN
  }

  /** The sentence. */
  @Override
  public String toString() {
    return text;
  }
}
