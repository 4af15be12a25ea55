package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The places that are joined, with the customers each stands for. Not to be changed. */
final class Prototypes {

  /** A row a place. */
  final double[][] places;

  /** Customers each stands for; places that stand for nobody are left out. */
  final int[] sizes;

  Prototypes(double[][] places, int[] sizes) {
    this.places = places;
    this.sizes = sizes;
  }

  /** One for each point that differs; equal points follow one another. */
  static Prototypes distinct(Points points) {
    double[][] places = new double[points.size()][];
    int[] sizes = new int[points.size()];
    int count = 0;
    for (int point = 0; point < points.size(); point++) {
      if (count == 0 || points.distance(point, places[count - 1]) > 0) {
        places[count++] = points.point(point);
      }
      sizes[count - 1]++;
    }
    return new Prototypes(Arrays.copyOf(places, count), Arrays.copyOf(sizes, count));
  }

  /** Given places, each for the points nearest to it. */
  static Prototypes nearest(Points points, double[][] places) {
    int[] sizes = new int[places.length];
    for (int point = 0; point < points.size(); point++) {
      sizes[nearest(places, points.columns(), point)]++;
    }
    int[] used = IntStream.range(0, places.length).filter(place -> sizes[place] > 0).toArray();
    return new Prototypes(
        Arrays.stream(used).mapToObj(place -> places[place]).toArray(double[][]::new),
        Arrays.stream(used).map(place -> sizes[place]).toArray());
  }

  /** The variance of each column over all customers, as if each were at its place. */
  List<Double> variances() {
    double[][] columns = new double[places[0].length][];
    Arrays.setAll(columns, j -> Arrays.stream(places).mapToDouble(place -> place[j]).toArray());
    double[] weights = Arrays.stream(sizes).asDoubleStream().toArray();
    try (Workers one = new Workers(1)) {
      Ranges ranges = Ranges.of(columns, weights, one);
      return Arrays.stream(Moments.of(columns, weights, ranges, one).variances).boxed().toList();
    }
  }

  boolean sameAs(Prototypes other) {
    return Arrays.deepEquals(places, other.places) && Arrays.equals(sizes, other.sizes);
  }

  int nearest(double[][] columns, int row) {
    return nearest(places, columns, row);
  }

  private static int nearest(double[][] places, double[][] columns, int row) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int place = 0; place < places.length; place++) {
      double sum = 0;
      double[] values = places[place];
      for (int j = 0; j < values.length && sum < least; j++) {
        double difference = columns[j][row] - values[j];
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        nearest = place;
      }
    }
    return nearest;
  }
}
