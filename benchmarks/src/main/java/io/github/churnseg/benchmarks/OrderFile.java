package io.github.churnseg.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An order file as a shop exports it, in the order of time: hex customer id, hex order id, time,
 * amount. One customer for five rows, one to three rows an order; the same rows on every machine.
 */
final class OrderFile {

  private static final long SEED = 20261120;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final HexFormat HEX = HexFormat.of();

  private OrderFile() {}

  /** The file with this many rows; written on first use and kept below the module's target. */
  static Path of(int rows) throws IOException {
    Path file = Path.of("benchmarks", "target", "data", "orders-" + rows + ".csv");
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), "orders", ".part");
      write(part, rows);
      Files.move(part, file);
    }
    return file;
  }

  private static void write(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    int customers = rows / 5;
    LocalDateTime opened = LocalDateTime.of(2024, 1, 1, 0, 0);
    double secondsARow = 2.0 * 365 * 86_400 / rows;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("customer,order,time,amount\n");
      int row = 0;
      for (long order = 0; row < rows; order++) {
        // The square makes some customers buy much more often than others.
        double skew = random.nextDouble() * random.nextDouble();
        String customer = HEX.toHexDigits(scatter((long) (customers * skew)));
        String time = TIME.format(opened.plusSeconds((long) (row * secondsARow)));
        int last = Math.min(rows, row + 1 + random.nextInt(3));
        String orderId = HEX.toHexDigits(scatter(~order));
        for (; row < last; row++) {
          int cents = 100 + (int) (9_900 * random.nextDouble() * random.nextDouble());
          String amount =
              cents / 100 + "." + (char) ('0' + cents / 10 % 10) + (char) ('0' + cents % 10);
          out.write(customer + ',' + orderId + ',' + time + ',' + amount + '\n');
        }
      }
    }
  }

  /** A bijection of 64 bits that looks random (the finaliser of SplitMix64). */
  private static long scatter(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
