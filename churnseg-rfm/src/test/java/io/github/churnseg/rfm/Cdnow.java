package io.github.churnseg.rfm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The CDNOW sample: 6,919 purchases of 2,357 customers, 1997-01-01 to 1998-06-30. */
final class Cdnow {

  private static final Path FILE = Path.of("../../shared/data/cdnow/cdnow_sample.csv");
  private static final Pattern COMMA = Pattern.compile(",");

  private Cdnow() {}

  static Transactions log() {
    assumeTrue(Files.exists(FILE), "skipped: no file " + FILE);
    try (Stream<String> lines = Files.lines(FILE)) {
      return Transactions.from(lines.skip(1).map(Cdnow::purchase).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Purchase purchase(String line) {
    List<String> cells = COMMA.splitAsStream(line).toList();
    return Purchase.of(
        cells.get(1),
        cells.get(1) + "/" + cells.get(2),
        LocalDate.parse(cells.get(2)).atStartOfDay(),
        Double.parseDouble(cells.get(4)));
  }
}
