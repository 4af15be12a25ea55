package io.github.churnseg.benchmarks;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Orders of a shop whose customers' cities tell a little of how often they come. */
final class ShopOrders {

  private static final LocalDateTime OPENED = LocalDateTime.of(2025, 1, 1, 8, 0);
  private static final int MINUTES = 540 * 24 * 60;
  private static final int CITIES = 12;
  private static final int CATEGORIES = 20;

  private ShopOrders() {}

  /** One to four orders a customer. */
  static Transactions regulars(int customers) {
    List<Purchase> lines = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int customer = 0; customer < customers; customer++) {
      int city = random.nextInt(CITIES);
      int orders = 1 + random.nextInt(city < CITIES / 2 ? 2 : 4);
      for (int order = 0; order < orders; order++) {
        lines.add(line(customer, order, city, random));
      }
    }
    return Transactions.from(lines);
  }

  /** One order a customer, of one line. */
  static Transactions newcomers(int customers) {
    SplittableRandom random = new SplittableRandom(2);
    return Transactions.from(
        () ->
            new Iterator<>() {
              private int next;

              @Override
              public boolean hasNext() {
                return next < customers;
              }

              @Override
              public Purchase next() {
                return newcomer(next++, random);
              }
            });
  }

  static Purchase newcomer(int number, SplittableRandom random) {
    return line(number, 0, random.nextInt(CITIES), random);
  }

  private static Purchase line(int customer, int order, int city, SplittableRandom random) {
    return new Purchase(
        "c" + customer,
        customer + "-" + order,
        OPENED.plusMinutes(random.nextInt(MINUTES)),
        BigDecimal.valueOf(500 + random.nextInt(10_000), 2),
        Map.of("city", "city " + city, "category", "category " + random.nextInt(CATEGORIES)),
        Map.of("freight", random.nextInt(50) / 4.0));
  }
}
