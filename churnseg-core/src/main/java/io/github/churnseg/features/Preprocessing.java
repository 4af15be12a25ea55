package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan to turn named columns into the numbers a model is computed from: fill gaps, split
 * categories into columns of zeros and ones, scale, and drop what says nothing. Immutable.
 *
 * <pre>{@code
 * var fitted = Preprocessing.withDefaults().scaling("spend", Scaling.LOG_Z_SCORE).fit(training);
 * double[] inputs = fitted.encode(newcomers);
 * }</pre>
 *
 * <p>Everything is learnt from the rows given to {@link #fit}, which must be training rows only.
 */
public final class Preprocessing {

  private final Settings settings;

  private Preprocessing(Settings settings) {
    this.settings = settings;
  }

  /**
   * A plan for models that compare or weigh columns: z-scores, gaps filled with the median and
   * flagged, categories of less than 0.5 % of the rows put together, columns that correlate with an
   * earlier one by 0.999 or more dropped.
   *
   * @return the plan
   */
  public static Preprocessing withDefaults() {
    return new Preprocessing(
        new Settings(
            List.of(),
            Scaling.Z_SCORE,
            Map.of(),
            Imputation.MEDIAN,
            Map.of(),
            true,
            0.005,
            0.999,
            Double.POSITIVE_INFINITY));
  }

  /**
   * Sets how numbers are made comparable; {@link Scaling#Z_SCORE} unless set. Columns of zeros and
   * ones are never scaled.
   *
   * @param scaling the way for all columns without one of their own
   * @return a new plan
   */
  public Preprocessing scaling(Scaling scaling) {
    return new Preprocessing(settings.with(scaling, settings.scalingOf));
  }

  /**
   * Sets how one column is made comparable.
   *
   * @param column a numeric column
   * @param scaling the way
   * @return a new plan
   */
  public Preprocessing scaling(String column, Scaling scaling) {
    return new Preprocessing(
        settings.with(settings.scaling, plus(settings.scalingOf, column, scaling)));
  }

  /**
   * Sets what stands in for missing values; {@link Imputation#MEDIAN} unless set.
   *
   * @param imputation the way for all columns without one of their own
   * @return a new plan
   */
  public Preprocessing imputation(Imputation imputation) {
    return new Preprocessing(settings.with(imputation, settings.imputationOf));
  }

  /**
   * Sets what stands in for the missing values of one column.
   *
   * @param column a numeric or categorical column
   * @param imputation the way
   * @return a new plan
   */
  public Preprocessing imputation(String column, Imputation imputation) {
    return new Preprocessing(
        settings.with(settings.imputation, plus(settings.imputationOf, column, imputation)));
  }

  /**
   * Sets whether a column with gaps in training gets a second one that says where they were; yes
   * unless set, since that a value is missing often tells more than the value.
   *
   * @param flagged whether to flag
   * @return a new plan
   */
  public Preprocessing flagMissing(boolean flagged) {
    return new Preprocessing(settings.withFlags(flagged));
  }

  /**
   * Sets which categories are too rare to have a column of their own; 0.005 unless set. They share
   * one, which categories never seen in training fall into too; where none is rare, those have
   * zeros in every column.
   *
   * @param share the least share of the training rows, 0 to 1
   * @return a new plan
   */
  public Preprocessing rareBelow(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "rareBelow=" + share + " is no share of the rows; choose 0 to 1");
    }
    return new Preprocessing(settings.withRare(share));
  }

  /**
   * Sets from which correlation on a column counts as the same as an earlier one, and is dropped;
   * 0.999 unless set. Constant columns are always dropped.
   *
   * @param correlation Pearson's, without its sign, above 0; more than 1 keeps all
   * @return a new plan
   */
  public Preprocessing dropDuplicates(double correlation) {
    if (!(correlation > 0)) {
      throw new IllegalArgumentException(
          "dropDuplicates=" + correlation + " would drop every column; choose more than 0");
    }
    return new Preprocessing(settings.withDuplicates(correlation));
  }

  /**
   * Sets how much of a column may follow from the others together: numeric and ordered columns
   * whose variance inflation factor is above the limit are left out one by one, the highest first
   * and of equals the later name, until none is. Off unless set; 5 and 10 are usual limits. What is
   * left out is decided on the rows that are learnt from, so inside each fold of a
   * cross-validation, and is listed in {@link FittedPreprocessing#dropped()}. Columns cubed and
   * rows × columns squared steps.
   *
   * @param most the largest factor 1 / (1 - R²) that is kept, 1 or more
   * @return a new plan
   */
  public Preprocessing dropInflated(double most) {
    if (!(most >= 1)) {
      throw new IllegalArgumentException(
          "dropInflated=" + most + "; a variance inflation factor is 1 or more, choose 5 or 10");
    }
    return new Preprocessing(settings.withInflation(most));
  }

  /**
   * Sets which columns to use; all of them unless set. A plan with chosen columns ignores others;
   * without, scoring refuses customers that have more columns than those it was fitted on.
   *
   * @param columns numeric or categorical ones, in any order
   * @return a new plan
   */
  public Preprocessing columns(String... columns) {
    return new Preprocessing(settings.withColumns(List.of(columns)));
  }

  /**
   * Learns from training rows.
   *
   * @param training at least one customer
   * @return what was learnt
   * @throws InvalidDataException if there is no row, a column that was named is not there, or a
   *     number is infinite
   */
  public FittedPreprocessing fit(CustomerFeatures training) {
    return FittedPreprocessing.fit(settings, training);
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
    Map<String, V> more = new HashMap<>(map);
    more.put(key, value);
    return Map.copyOf(more);
  }

  /** What can be set. */
  record Settings(
      List<String> columns,
      Scaling scaling,
      Map<String, Scaling> scalingOf,
      Imputation imputation,
      Map<String, Imputation> imputationOf,
      boolean flagged,
      double rareBelow,
      double sameFrom,
      double mostInflation) {

    Settings with(Scaling all, Map<String, Scaling> some) {
      return new Settings(
          columns,
          all,
          some,
          imputation,
          imputationOf,
          flagged,
          rareBelow,
          sameFrom,
          mostInflation);
    }

    Settings with(Imputation all, Map<String, Imputation> some) {
      return new Settings(
          columns, scaling, scalingOf, all, some, flagged, rareBelow, sameFrom, mostInflation);
    }

    Settings withFlags(boolean flags) {
      return new Settings(
          columns,
          scaling,
          scalingOf,
          imputation,
          imputationOf,
          flags,
          rareBelow,
          sameFrom,
          mostInflation);
    }

    Settings withRare(double share) {
      return new Settings(
          columns,
          scaling,
          scalingOf,
          imputation,
          imputationOf,
          flagged,
          share,
          sameFrom,
          mostInflation);
    }

    Settings withDuplicates(double correlation) {
      return new Settings(
          columns,
          scaling,
          scalingOf,
          imputation,
          imputationOf,
          flagged,
          rareBelow,
          correlation,
          mostInflation);
    }

    Settings withInflation(double most) {
      return new Settings(
          columns,
          scaling,
          scalingOf,
          imputation,
          imputationOf,
          flagged,
          rareBelow,
          sameFrom,
          most);
    }

    Settings withColumns(List<String> chosen) {
      return new Settings(
          chosen,
          scaling,
          scalingOf,
          imputation,
          imputationOf,
          flagged,
          rareBelow,
          sameFrom,
          mostInflation);
    }

    Scaling scalingFor(String column) {
      return Optional.ofNullable(scalingOf.get(column)).orElse(scaling);
    }

    Imputation imputationFor(String column) {
      return Optional.ofNullable(imputationOf.get(column)).orElse(imputation);
    }
  }
}
