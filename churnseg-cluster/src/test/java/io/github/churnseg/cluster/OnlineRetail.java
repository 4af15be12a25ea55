package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Recency, frequency and monetary value of the UCI Online Retail customers, by the recipe of the
 * reference that the golden numbers are of: its rules on returns are kept, mistakes and all.
 */
final class OnlineRetail {

  static final Path FILE = Path.of("../../shared/data/online-retail/online_retail.csv.gz");

  private static final LocalDateTime AS_OF = LocalDateTime.of(2011, 12, 10, 0, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private OnlineRetail() {}

  static CustomerFeatures customers() throws IOException {
    List<List<String>> lines = lines();
    double[] returned = returned(lines);
    Map<String, LocalDateTime> last = new TreeMap<>();
    Map<String, Set<String>> orders = new HashMap<>();
    Map<String, Double> money = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      double price = Double.parseDouble(line.get(5));
      boolean product = !Character.isLetter(line.get(1).charAt(0));
      if (quantity(line) > 0 && product && price > 0) {
        LocalDateTime time = LocalDateTime.parse(line.get(4), TIME);
        last.merge(line.get(6), time, (a, b) -> a.isAfter(b) ? a : b);
        orders.computeIfAbsent(line.get(6), id -> new HashSet<>()).add(line.get(0));
        money.merge(line.get(6), (quantity(line) - returned[i]) * price, Double::sum);
      }
    }
    List<double[]> rows = new ArrayList<>();
    last.forEach(
        (id, time) ->
            rows.add(
                new double[] {
                  ChronoUnit.DAYS.between(time, AS_OF),
                  orders.getOrDefault(id, Set.of()).size(),
                  money.getOrDefault(id, 0.0)
                }));
    double[][] columns = new double[3][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      for (int j = 0; j < 3; j++) {
        columns[j][row] = rows.get(row)[j];
      }
    }
    return Customers.of(new String[] {"recency", "frequency", "monetary"}, columns);
  }

  private static int quantity(List<String> line) {
    return Integer.parseInt(line.get(3));
  }

  /** Complete lines, duplicates left out. */
  private static List<List<String>> lines() throws IOException {
    Set<List<String>> lines = new LinkedHashSet<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        List<String> cells = cells(text);
        if (cells.size() == 8 && cells.stream().noneMatch(String::isEmpty)) {
          lines.add(cells);
        }
      }
    }
    return new ArrayList<>(lines);
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Each return goes to one earlier purchase, and overwrites what was there. */
  private static double[] returned(List<List<String>> lines) {
    Map<String, List<Integer>> purchases = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (quantity(lines.get(i)) > 0) {
        purchases.computeIfAbsent(key(lines.get(i)), k -> new ArrayList<>()).add(i);
      }
    }
    double[] returned = new double[lines.size()];
    for (List<String> line : lines) {
      if (quantity(line) < 0) {
        List<Integer> earlier =
            purchases.getOrDefault(key(line), List.of()).stream()
                .filter(i -> lines.get(i).get(4).compareTo(line.get(4)) < 0)
                .toList();
        for (int place = earlier.size() - 1; place >= 0; place--) {
          int purchase = earlier.get(place);
          if (earlier.size() == 1 || quantity(lines.get(purchase)) >= -quantity(line)) {
            returned[purchase] = -quantity(line);
            break;
          }
        }
      }
    }
    return returned;
  }

  private static String key(List<String> line) {
    return line.get(6) + " " + line.get(1);
  }
}
