package io.github.churnseg.examples;

import io.github.churnseg.data.Purchase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Order files as shops write them: separated by semicolons, with decimal commas, days first, and a
 * byte order mark; and in some lines what goes wrong. Each kind is counted, so that what a loader
 * reports can be held against what was done.
 */
public final class DirtyFile {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

  /** What goes wrong with a line. */
  public enum Kind {
    /** The line is there twice. */
    DUPLICATE,
    /** Nobody knows who bought. */
    NO_CUSTOMER,
    /** The customer's id has blanks around it. */
    BLANKS_AROUND_ID,
    /** The category is misspelt: a letter is there twice. */
    MISSPELT_CATEGORY,
    /** There is no category. */
    NO_CATEGORY,
    /** The amount is no number. */
    NO_NUMBER,
    /** The day does not exist. */
    NO_SUCH_DAY,
    /** The line breaks off. */
    TORN
  }

  private final Path file;
  private final Map<Kind, Integer> done;

  private DirtyFile(Path file, Map<Kind, Integer> done) {
    this.file = file;
    this.done = done;
  }

  /**
   * Writes lines, most of them as they are.
   *
   * @param lines what was bought, with the text attributes {@code city} and {@code category}
   * @param file where to; overwritten
   * @param share of the lines that something goes wrong with, 0 to 1, of each kind alike
   * @param seed another seed picks other lines
   * @return the file
   * @throws IOException if the file cannot be written
   */
  public static DirtyFile write(List<Purchase> lines, Path file, double share, long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Kind, Integer> done = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      done.put(kind, 0);
    }
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("\uFEFFcustomer;order;time;amount;city;category\r\n");
      for (Purchase line : lines) {
        List<String> cells = cells(line);
        boolean dirty = random.nextDouble() < share;
        String text = String.join(";", cells);
        if (dirty) {
          Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
          done.merge(kind, 1, Integer::sum);
          text = spoilt(kind, cells);
        }
        out.write(text + "\r\n");
      }
    }
    return new DirtyFile(file, done);
  }

  private static List<String> cells(Purchase line) {
    return new ArrayList<>(
        List.of(
            line.customer(),
            line.order(),
            TIME.format(line.time()),
            line.amount().toPlainString().replace('.', ','),
            line.texts().getOrDefault("city", ""),
            line.texts().getOrDefault("category", "")));
  }

  private static String spoilt(Kind kind, List<String> cells) {
    String whole = String.join(";", cells);
    switch (kind) {
      case DUPLICATE -> {
        return whole + "\r\n" + whole;
      }
      case TORN -> {
        return String.join(";", cells.subList(0, 3));
      }
      case NO_CUSTOMER -> cells.set(0, "");
      case BLANKS_AROUND_ID -> cells.set(0, " " + cells.get(0) + "  ");
      case MISSPELT_CATEGORY -> cells.set(5, cells.get(5) + cells.get(5).charAt(0));
      case NO_CATEGORY -> cells.set(5, "");
      case NO_NUMBER -> cells.set(3, "free");
      case NO_SUCH_DAY -> cells.set(2, "31.02" + cells.get(2).substring(5));
    }
    return String.join(";", cells);
  }

  /**
   * Where it is.
   *
   * @return the path that was given
   */
  public Path file() {
    return file;
  }

  /**
   * With how many lines that went wrong.
   *
   * @param kind what
   * @return lines
   */
  public int count(Kind kind) {
    return done.getOrDefault(kind, 0);
  }

  /** How many lines of each kind. */
  @Override
  public String toString() {
    return done.toString();
  }
}
