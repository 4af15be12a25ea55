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
 * A shop that does not exist, of which everything is known: seeded order lines whose customers buy
 * and leave as the BG/NBD model says (Fader, Hardie, Lee 2005, doi:10.1287/mksc.1040.0098). Each
 * customer has a rate of buying of their own and, after each order, a chance of their own to leave
 * for good. Those who buy often and stay live elsewhere and buy other things than the others, more
 * often than not, so that the first order tells something of what becomes of a newcomer.
 *
 * <p>Seasons, returns and dirt come on demand; {@link #people()} tells what became of everybody, so
 * that what is found in the lines can be held against it.
 *
 * <p>The same size, seed and settings give the same lines on every machine.
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

  /** Orders a day are spread like a gamma distribution, with the mean .6 / 40. */
  private static final double RATE_SHAPE = 0.6;

  private static final double RATE_DAYS = 40;

  /**
   * Chances to leave after an order are spread like a beta distribution, with the mean .8 / 3.3.
   */
  private static final double LEAVES = 0.8;

  private static final double STAYS = 2.5;

  /** Where and what those buy who stay, and the others, by a die with six sides. */
  private static final int[] OF_FAITHFUL = {0, 1, 2, 0, 1, 4};

  private static final int[] OF_OTHERS = {3, 4, 5, 2, 3, 5};

  /** Later nothing is taken back. */
  private static final int DAYS_TO_RETURN = 30;

  private final int customers;
  private final long seed;
  private final Seasons seasons;
  private final double returned;

  private GeneratedShop(int customers, long seed, Seasons seasons, double returned) {
    this.customers = customers;
    this.seed = seed;
    this.seasons = seasons;
    this.returned = returned;
  }

  /**
   * A shop of a size.
   *
   * @param customers how many people buy at least once
   * @param seed another seed gives other people
   * @return the shop
   */
  public static GeneratedShop of(int customers, long seed) {
    return new GeneratedShop(customers, seed, new Seasons(0), 0);
  }

  /**
   * The same shop with seasons: more orders about the end of the year than in the middle of it.
   *
   * @param strength 0 for none, less than 1; at .5 there are three times as many at the best time
   *     as at the worst
   * @return another shop
   */
  public GeneratedShop seasons(double strength) {
    return new GeneratedShop(customers, seed, new Seasons(strength), returned);
  }

  /**
   * The same shop, where lines are taken back within thirty days: a line with the amount below zero
   * and an order of its own, {@code C} before that of the purchase.
   *
   * @param share of the lines, 0 to 1
   * @return another shop
   */
  public GeneratedShop returns(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("returns=" + share + "; choose a share from 0 to 1");
    }
    return new GeneratedShop(customers, seed, seasons, share);
  }

  /**
   * Everybody who ever bought, and what nobody knows in a real shop.
   *
   * @return people by id
   */
  public List<Person> people() {
    List<Person> people = new ArrayList<>();
    generate(new ArrayList<>(), people);
    return people;
  }

  /**
   * All lines the shop sold, by time.
   *
   * @return lines with the text attributes {@code city} and {@code category}
   */
  public List<Purchase> purchases() {
    List<Purchase> lines = new ArrayList<>();
    generate(lines, new ArrayList<>());
    takeBack(lines);
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

  private void generate(List<Purchase> lines, List<Person> people) {
    RandomGenerator random = new Well19937c(seed);
    GammaDistribution rates = new GammaDistribution(random, RATE_SHAPE, 1 / RATE_DAYS);
    BetaDistribution dropouts = new BetaDistribution(random, LEAVES, STAYS);
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
      people.add(buyer.shop(random, seasons, lines));
    }
  }

  /** By numbers of its own, so that the purchases are those of the shop without returns. */
  private void takeBack(List<Purchase> lines) {
    RandomGenerator random = new Well19937c(~seed);
    LocalDateTime closes = OPENED.plusDays(DAYS);
    int sold = lines.size();
    for (int at = 0; at < sold && returned > 0; at++) {
      Purchase line = lines.get(at);
      LocalDateTime time =
          line.time().plusMinutes(60L * 24 * DAYS_TO_RETURN * random.nextInt(1000) / 1000);
      if (random.nextDouble() < returned && time.isBefore(closes)) {
        lines.add(
            new Purchase(
                line.customer(),
                "C" + line.order(),
                time,
                line.amount().negate(),
                line.texts(),
                line.numbers()));
      }
    }
  }

  private static int[] likely(double ordersPerDay, double chanceToLeave) {
    return ordersPerDay > 1 / 60.0 && chanceToLeave < 0.25 ? OF_FAITHFUL : OF_OTHERS;
  }

  /** Somebody who shops at a rate, spends about so much a line, and leaves at some point. */
  private record Buyer(
      String id, double ordersPerDay, double chanceToLeave, double usualSpend, String city) {

    Person shop(RandomGenerator random, Seasons seasons, List<Purchase> lines) {
      double day = random.nextDouble() * DAYS;
      double first = day;
      double last = day;
      int order = 1;
      for (; day < DAYS; order++) {
        last = day;
        LocalDateTime time = OPENED.plusSeconds((long) (seasons.calendar(day) * 86_400));
        int size = 1 + random.nextInt(3);
        for (int line = 0; line < size; line++) {
          lines.add(line(id + "-" + order, time, random));
        }
        if (random.nextDouble() < chanceToLeave) {
          return person(order, first, last, true);
        }
        day -= Math.log(1 - random.nextDouble()) / ordersPerDay;
      }
      return person(order - 1, first, last, false);
    }

    /** Bayes' rule with the spread of rates and chances among all customers. */
    private Person person(int orders, double first, double last, boolean left) {
      double shape = RATE_SHAPE + orders - 1;
      double silence = (RATE_DAYS + last - first) / (RATE_DAYS + DAYS - first);
      double odds = (STAYS + orders - 1) / LEAVES * Math.pow(silence, shape);
      return new Person(id, ordersPerDay, left, 1 / (1 + odds), shape / (RATE_DAYS + DAYS - first));
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

  /**
   * What is true of a customer at the end of the log, and the best that can be known of it.
   *
   * @param id the customer
   * @param ordersPerDay orders a day while the customer is there
   * @param left whether the customer has left for good
   * @param probablyLeft the probability of having left for who sees the orders, and knows how rates
   *     and chances to leave are spread among all customers; nobody can do better from the orders
   * @param guessedRate the mean of the orders a day, for the same, if the customer is there
   */
  public record Person(
      String id, double ordersPerDay, boolean left, double probablyLeft, double guessedRate) {}

  /**
   * Time runs faster about the end of the year, for all customers alike.
   *
   * @param strength how much faster and slower, less than 1
   */
  private record Seasons(double strength) {

    private static final double YEAR = 365;

    Seasons {
      if (!(strength >= 0 && strength < 1)) {
        throw new IllegalArgumentException(
            "seasons=" + strength + "; choose a strength from 0 to less than 1");
      }
    }

    /** The day at which so many days' worth of orders have passed: by bisection, as it grows. */
    double calendar(double passed) {
      if (strength == 0) {
        return passed;
      }
      double low = 0;
      double high = DAYS;
      for (int step = 0; step < 50; step++) {
        double middle = (low + high) / 2;
        boolean early = passed(middle) < passed * passed(DAYS) / DAYS;
        low = early ? middle : low;
        high = early ? high : middle;
      }
      return low;
    }

    private double passed(double day) {
      return day + strength * YEAR / (2 * Math.PI) * StrictMath.sin(2 * Math.PI * day / YEAR);
    }
  }
}
