package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A log is the same however many threads read it, and wherever the file is cut into pieces. */
class CsvParallelTest {

  private static TransactionColumns columns(TransactionColumns c) {
    return CsvText.columns(c)
        .text("note")
        .number("freight")
        .keepIf("note", note -> !note.equals("gone"))
        .onDuplicate(DuplicatePolicy.DROP)
        .onFree(FreePolicy.DROP)
        .onInvalid(RowPolicy.SKIP);
  }

  private static Transactions read(
      byte[] bytes, UnaryOperator<TransactionColumns> mapping, int threads, int size) {
    try {
      Path file = Files.createTempFile("churnseg", ".csv");
      try {
        Files.write(file, bytes);
        return CsvSource.read(file, TransactionColumns.NONE.mapped(mapping), threads, size);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String rows(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] notes = {
      "",
      "plain",
      "\"two\nlines\"",
      "\"a\r\nb\"",
      "\"say \"\"hi\"\"\"",
      "5\" pipe",
      "Ķekava",
      "gone",
      "\"\n\n\""
    };
    String[] ends = {"\n", "\r\n"};
    StringBuilder text = new StringBuilder("customer,order,time,amount,note,freight\n");
    for (int i = 0; i < count; i++) {
      text.append(random.nextInt(20) == 0 ? "" : "c" + random.nextInt(9))
          .append(",o")
          .append(random.nextInt(12))
          .append(",2026-01-0")
          .append(random.nextInt(10))
          .append(',')
          .append(random.nextInt(-2, 9))
          .append(random.nextInt(30) == 0 ? "x" : "")
          .append(random.nextInt(30) == 0 ? "" : "," + notes[random.nextInt(notes.length)])
          .append(',')
          .append(random.nextInt(3) == 0 ? "" : "1.5")
          .append(ends[random.nextInt(2)])
          .append(random.nextInt(30) == 0 ? "\n" : "");
    }
    return text.toString();
  }

  private static String all(Transactions log) {
    StringBuilder all = new StringBuilder(log.report().leftOut().toString());
    all.append(log.report().rowsRead()).append(log.report().idsStripped());
    for (int line = 0; line < log.size(); line++) {
      all.append('\n')
          .append(log.customer(line))
          .append(log.customerId(log.customer(line)))
          .append(log.order(line))
          .append(log.orderId(log.order(line)))
          .append(log.epochMillis(line))
          .append(log.amount(line))
          .append(log.text("note", line))
          .append(log.number("freight", line));
    }
    return all.toString();
  }

  @Property(tries = 150)
  void theCutsAndTheThreadsDoNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 16, max = 2_000) int size,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    byte[] bytes = rows(seed, 200).getBytes(StandardCharsets.UTF_8);
    Transactions whole = read(bytes, CsvParallelTest::columns, 1, 1 << 18);
    assertThat(all(read(bytes, CsvParallelTest::columns, threads, size))).isEqualTo(all(whole));
    assertThat(whole.size()).isPositive();
  }

  @Test
  void aQuoteInUnquotedTextMisleadsTheCutsButNotTheReader() {
    StringBuilder text = new StringBuilder("customer,order,time,amount,note,freight\n");
    text.append("a,1,2026-01-01,1,5\" pipe,\n");
    for (int i = 0; i < 50; i++) {
      text.append("a,").append(i).append(",2026-01-01,1,\"two\nlines\",\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Transactions log = read(bytes, CsvParallelTest::columns, 2, 64);
    assertThat(log.size()).isEqualTo(51);
    assertThat(log.text("note", 0)).contains("5\" pipe");
  }

  @Test
  void errorsKeepTheirLineWhateverThePiece() {
    StringBuilder text = new StringBuilder("customer,order,time,amount\n");
    for (int i = 2; i < 500; i++) {
      text.append(i == 400 ? "a,1,2026-01-01,oops\n" : "a,1,2026-01-01,1\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(bytes, CsvText::columns, 3, 100))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("line 400, column 'amount': 'oops' is not a number");
  }

  @Test
  void evidenceIsGatheredOverAllPieces() {
    StringBuilder text = new StringBuilder("customer;order;time;amount\n");
    for (int i = 0; i < 300; i++) {
      text.append(i == 250 ? "a;1;05/13/2026;2,5\n" : "a;1;05/04/2026;1,234\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    Transactions log = read(bytes, CsvText::columns, 2, 100);
    assertThat(Moments.of(log.epochMillis(0))).isEqualTo("2026-05-04T00:00");
    assertThat(log.amount(0)).isEqualTo(1.234);
    assertThat(log.amount(250)).isEqualTo(2.5);
  }

  @Test
  void filesWithoutLineFeedsAreReadToo() {
    String text = "customer,order,time,amount\ra,1,2026-01-01,1\rb,1,2026-01-01,2";
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), CsvText::columns, 2, 16).size())
        .isEqualTo(2);
  }

  @Test
  void encodingsOfTwoBytesAreReadByOneThread() {
    String text = "customer,order,time,amount\na,1,2026-01-01,1\n";
    Charset utf16 = StandardCharsets.UTF_16LE;
    Transactions log =
        read(
            text.getBytes(utf16),
            c -> CsvText.columns(c).format(CsvFormat.detect().charset(utf16)),
            2,
            16);
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void anInterruptedThreadStopsReading() {
    byte[] bytes = rows(1, 100).getBytes(StandardCharsets.UTF_8);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> read(bytes, CsvParallelTest::columns, 2, 100))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void thereIsAtLeastOneThread() {
    assertThatThrownBy(() -> TransactionColumns.NONE.threads(0))
        .hasMessage("0 threads cannot read; choose 1 or more");
  }
}
