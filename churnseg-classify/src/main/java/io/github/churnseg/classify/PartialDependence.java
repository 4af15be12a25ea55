package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.Quantile;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the mean prediction changes when everybody is given the same value in one column, all else as
 * it is (Friedman 2001, doi:10.1214/aos/1013203451). Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * PartialDependence.points(20).evaluate(model, customers, "minutes")
 * }</pre>
 *
 * <p>Where columns go together, some of these customers could not exist; the spread over the
 * customers says how far to trust the mean. Costs points predictions of all rows.
 */
public final class PartialDependence {

  private static final double EDGE = 0.05;

  private final int points;
  private final Optional<String> className;

  private PartialDependence(int points, Optional<String> className) {
    this.points = points;
    this.className = className;
  }

  /**
   * A plan with so many values of a numeric column: all there are, if they are no more; else
   * equally spaced quantiles from the 5th to the 95th percentile, so that outliers do not stretch
   * the curve. A column of categories has a point for each category there is.
   *
   * @param most at least 2; 20 are usual
   * @return the plan, for the positive class
   */
  public static PartialDependence points(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("points=" + most + " are no curve; choose 2 or more");
    }
    return new PartialDependence(most, Optional.empty());
  }

  /**
   * Sets the class whose probability is followed; the positive one unless set.
   *
   * @param name one of the model's classes
   * @return a new plan
   */
  public PartialDependence forClass(String name) {
    return new PartialDependence(points, Optional.of(name));
  }

  /**
   * Follows a prediction along a column.
   *
   * @param model the fitted model
   * @param customers whose predictions, at least one
   * @param column one of the columns the model was fitted on
   * @return the curve
   * @throws InvalidDataException if there is no customer, or nobody has a value in the column
   * @throws IllegalArgumentException if the model was not fitted on the column, or no class was
   *     named
   */
  public DependenceCurve evaluate(
      ClassifierModel model, CustomerFeatures customers, String column) {
    String name = Shap.className(model, className);
    EncodedColumns columns = EncodedColumns.of(model.preprocessing());
    int index = columns.requireIndex(column);
    CustomerFeatures sorted = customers.select(IdOrder.of(customers));
    double[] rows = model.preprocessing().encode(sorted);
    ColumnValues values = ColumnValues.of(sorted, column);
    double[] grid = grid(values);
    if (grid.length == 0) {
      throw new InvalidDataException(
          "nobody has a value in column '" + column + "'; there is no curve to follow");
    }
    double[] encoded =
        model.preprocessing().encode(Variants.of(sorted, 0).with(column, values, grid));
    Scorer scorer = model.scorer();
    double[] scored = new double[sorted.size() * model.classes().size()];
    List<DependencePoint> curve = new ArrayList<>();
    for (int point = 0; point < grid.length; point++) {
      for (int row = 0; row < sorted.size(); row++) {
        columns.copy(index, encoded, point, rows, row);
      }
      scorer.score(rows, 0, sorted.size(), scored);
      curve.add(point(values, grid[point], scored, model.classes().indexOf(name)));
    }
    return new DependenceCurve(column, name, sorted.size(), values.hasOrder(), curve);
  }

  private static DependencePoint point(
      ColumnValues values, double value, double[] scored, int asked) {
    int classes = scored.length / values.size();
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < values.size(); row++) {
      double distance = scored[row * classes + asked] - mean;
      mean += distance / (row + 1);
      squares += distance * (scored[row * classes + asked] - mean);
    }
    double spread = values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
    return new DependencePoint(values.text(value), value, mean, spread);
  }

  private double[] grid(ColumnValues values) {
    double[] known =
        Arrays.stream(values.numbers()).filter(value -> !Double.isNaN(value)).sorted().toArray();
    double[] distinct = Arrays.stream(known).distinct().toArray();
    if (values.categories().isPresent() || distinct.length <= points) {
      return distinct;
    }
    double[] grid = new double[points];
    for (int point = 0; point < points; point++) {
      grid[point] = Quantile.ofSorted(known, EDGE + (1 - 2 * EDGE) * point / (points - 1));
    }
    return Arrays.stream(grid).distinct().toArray();
  }

  /** The number of points. */
  @Override
  public String toString() {
    return "PartialDependence.points(" + points + ")";
  }
}
