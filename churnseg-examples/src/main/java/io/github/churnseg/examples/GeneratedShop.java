package io.github.churnseg.examples;

import io.github.churnseg.data.Purchase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A shop that does not exist: seeded order lines whose customers buy and leave as the BG/NBD model
 * says (Fader, Hardie, Lee 2005, doi:10.1287/mksc.1040.0098). Each customer has a rate of buying of
 * their own and, after each order, a chance of their own to leave for good. Those who buy often and
 * stay live elsewhere and buy other things than the others, more often than not, so that the first
 * order tells something of what becomes of a newcomer.
 *
 * <p>The same size and seed give the same lines on every machine.
 */
public final class GeneratedShop {

  private static final LocalDateTime OPENED = LocalDateTime.of(2025, 1, 1, 0, 0);
  private static final int DAYS = 540;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final List<String> CITIES =
      List.of("Riga", "Porto", "Lyon", "Graz", "Turku", "Bergen");
  private static final List<String> CATEGORIES =
      List.of("kitchen", "textile", "toys", "garden", "beauty", "lighting");

  /** Where and what those buy who stay, and the others, by a die with six sides. */
  private static final int[] OF_FAITHFUL = {0, 1, 2, 0, 1, 4};

  private static final int[] OF_OTHERS = {3, 4, 5, 2, 3, 5};

  private final int customers;
  private final long seed;

  private GeneratedShop(int customers, long seed) {
    this.customers = customers;
    this.seed = seed;
  }

  /**
   * A shop of a size.
   *
   * @param customers how many people buy at least once
   * @param seed another seed gives other people
   * @return the shop
   */
  public static GeneratedShop of(int customers, long seed) {
    return new GeneratedShop(customers, seed);
  }

  /**
   * All lines the shop sold, by time.
   *
   * @return lines with the text attributes {@code city} and {@code category}
   */
  public List<Purchase> purchases() {
    RandomGenerator random = new Well19937c(seed);
    GammaDistribution rates = new GammaDistribution(random, 0.6, 1 / 40.0);
    BetaDistribution dropouts = new BetaDistribution(random, 0.8, 2.5);
    List<Purchase> lines = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      double rate = Math.max(1e-9, rates.sample());
      double leaves = dropouts.sample();
      double spend = Math.exp(2.6 + 0.7 * random.nextGaussian());
      int[] likely = likely(rate, leaves);
      Buyer buyer =
          new Buyer(
              String.format(Locale.ROOT, "c%05d", customer),
              rate,
              leaves,
              spend,
              CITIES.get(likely[random.nextInt(CITIES.size())]));
      buyer.shop(random, lines);
    }
    lines.sort(Comparator.comparing(Purchase::time).thenComparing(Purchase::order));
    return lines;
  }

  /**
   * Writes the lines as a CSV file with the columns customer, order, time, amount, city and
   * category.
   *
   * @param file where to; overwritten
   * @return the same path
   */
  public Path writeCsv(Path file) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("customer,order,time,amount,city,category\n");
      for (Purchase line : purchases()) {
        out.write(
            String.join(
                ",",
                line.customer(),
                line.order(),
                TIME.format(line.time()),
                line.amount().toPlainString(),
                line.texts().get("city"),
                line.texts().get("category")));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static int[] likely(double ordersPerDay, double chanceToLeave) {
    return ordersPerDay > 1 / 60.0 && chanceToLeave < 0.25 ? OF_FAITHFUL : OF_OTHERS;
  }

  /** Somebody who shops at a rate, spends about so much a line, and leaves at some point. */
  private record Buyer(
      String id, double ordersPerDay, double chanceToLeave, double usualSpend, String city) {

    void shop(RandomGenerator random, List<Purchase> lines) {
      double day = random.nextDouble() * DAYS;
      for (int order = 1; day < DAYS; order++) {
        LocalDateTime time = OPENED.plusSeconds((long) (day * 86_400));
        int size = 1 + random.nextInt(3);
        for (int line = 0; line < size; line++) {
          lines.add(line(id + "-" + order, time, random));
        }
        if (random.nextDouble() < chanceToLeave) {
          return;
        }
        day -= Math.log(1 - random.nextDouble()) / ordersPerDay;
      }
    }

    private Purchase line(String order, LocalDateTime time, RandomGenerator random) {
      double spend = usualSpend * Math.exp(0.4 * random.nextGaussian());
      int[] likely = likely(ordersPerDay, chanceToLeave);
      String category = CATEGORIES.get(likely[random.nextInt(CATEGORIES.size())]);
      return new Purchase(
          id,
          order,
          time,
          BigDecimal.valueOf(spend).setScale(2, RoundingMode.HALF_UP),
          Map.of("city", city, "category", category),
          Map.of());
    }
  }
}
