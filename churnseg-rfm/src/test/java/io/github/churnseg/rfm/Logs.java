package io.github.churnseg.rfm;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Purchase logs for tests. */
final class Logs {

  static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

  private Logs() {}

  static Purchase line(String customer, String order, String time, double amount) {
    return Purchase.of(customer, order, LocalDateTime.parse(time), amount);
  }

  /** A shop where half of the customers buy once, cut at {@link #AS_OF}. */
  static Transactions shop(int customers, long seed) {
    return Transactions.from(lines(customers, seed)).asOf(AS_OF);
  }

  static List<Purchase> lines(int customers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Purchase> lines = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      int orders = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(12);
      for (int order = 0; order < orders; order++) {
        LocalDateTime time =
            AS_OF
                .atStartOfDay()
                .minusMinutes(1 + random.nextInt(400) * 1440L + random.nextInt(1440));
        String id = String.format(Locale.ROOT, "c%04d", customer);
        for (int line = random.nextInt(3); line >= 0; line--) {
          lines.add(Purchase.of(id, id + "-" + order, time, (1 + random.nextInt(9000)) / 100.0));
        }
      }
    }
    return lines;
  }
}
