package io.github.churnseg.data;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decimal numbers of one column exactly, without allocation for those of up to 18 digits,
 * and collects the evidence for the column's decimal mark. One thread.
 *
 * <p>A number is digits with at most one decimal mark, a sign before and an exponent behind where
 * wanted ({@code -12.50}, {@code .5}, {@code 1e3}), with blanks around it. Grouping marks, currency
 * signs, {@code NaN} and {@code Infinity} are invalid.
 */
final class DecimalReader {

  private static final int MOST_DIGITS = 18;
  private static final int LONGEST = 1000;
  private static final int LARGEST_EXPONENT = 100_000;
  private static final int NOWHERE = -1;

  /** The mark given, or 0 where it is to be proved. */
  private final char given;

  private final DecimalProof proof;

  private long unscaled;
  private int scale;

  /** The number, where it has too many digits for {@link #unscaled}. */
  private @Nullable BigDecimal wide;

  private String problem = "";

  // where the parts of the number at hand are
  private int next;
  private int end;
  private int firstDigit;
  private int markAt;
  private int digits;

  /**
   * Makes a reader.
   *
   * @param given the decimal mark, or 0 where it is to be proved
   * @param separator between the fields of the file
   */
  DecimalReader(char given, char separator) {
    this.given = given;
    this.proof = new DecimalProof(separator);
  }

  static DecimalReader of(CsvFile file) {
    Character mark = file.format.decimalMark;
    return new DecimalReader(mark == null ? 0 : mark, file.separator);
  }

  /** Reads a field; the line is kept with the evidence. */
  Parsed read(char[] buffer, int from, int length, long line) {
    next = from;
    end = from + length;
    trim(buffer);
    if (next == end) {
      return Parsed.MISSING;
    }
    int start = next;
    boolean negative = buffer[next] == '-';
    if (negative || buffer[next] == '+') {
      next++;
    }
    readDigits(buffer);
    if (digits == 0 && !hasDigit(buffer, start)) {
      return invalid(notANumber(buffer, start));
    }
    int digitsEnd = next;
    int exponent = next < end ? readExponent(buffer) : 0;
    if (next < end || end - start > LONGEST) {
      return invalid(notANumber(buffer, start));
    }
    if (markAt != NOWHERE && !isMarkRight(buffer, start, exponent != 0, line)) {
      return Parsed.INVALID;
    }
    wide = null;
    scale -= exponent;
    if (digits > MOST_DIGITS || scale < 0 || scale > MOST_DIGITS) {
      String text = new String(buffer, start, digitsEnd - start).replace(',', '.');
      return finishWide(new BigDecimal(text).scaleByPowerOfTen(exponent));
    }
    if (negative) {
      unscaled = -unscaled;
    }
    return Parsed.VALUE;
  }

  private void trim(char[] buffer) {
    while (next < end && isBlank(buffer[next])) {
      next++;
    }
    while (end > next && isBlank(buffer[end - 1])) {
      end--;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  /** Leaves {@link #next} behind the digits and at most one mark. */
  private void readDigits(char[] buffer) {
    long value = 0;
    int seen = 0;
    int mark = NOWHERE;
    int at = next;
    for (; at < end; at++) {
      char c = buffer[at];
      int digit = c - '0';
      if (digit >= 0 && digit <= 9) {
        seen += seen > 0 || digit > 0 ? 1 : 0;
        // overflows only beyond 18 digits, where the value is taken from the text
        value = value * 10 + digit;
      } else if ((c == '.' || c == ',') && mark == NOWHERE) {
        mark = at;
      } else {
        break;
      }
    }
    firstDigit = next;
    unscaled = value;
    digits = seen;
    markAt = mark;
    scale = mark == NOWHERE ? 0 : at - mark - 1;
    next = at;
  }

  private boolean hasDigit(char[] buffer, int start) {
    for (int i = start; i < next; i++) {
      if (buffer[i] == '0') {
        return true;
      }
    }
    return false;
  }

  /** Reads an exponent if there is one, and leaves {@link #next} behind it. */
  private int readExponent(char[] buffer) {
    if (buffer[next] != 'e' && buffer[next] != 'E') {
      return 0;
    }
    int at = next + 1;
    boolean negative = at < end && buffer[at] == '-';
    if (at < end && (buffer[at] == '-' || buffer[at] == '+')) {
      at++;
    }
    if (at == end) {
      return 0;
    }
    int exponent = 0;
    for (; at < end && buffer[at] >= '0' && buffer[at] <= '9'; at++) {
      exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + buffer[at] - '0');
    }
    next = at;
    return negative ? -exponent : exponent;
  }

  private boolean isMarkRight(char[] buffer, int start, boolean hasExponent, long line) {
    char mark = buffer[markAt];
    int whole = markAt - firstDigit;
    boolean couldGroup =
        scale == 3 && !hasExponent && whole >= 1 && whole <= 3 && buffer[firstDigit] != '0';
    if (given == 0) {
      proof.see(mark, couldGroup, buffer, start, end - start, line);
      return true;
    }
    if (mark != given) {
      problem = DecimalProof.wrongMark(mark, given);
      return false;
    }
    return true;
  }

  private Parsed finishWide(BigDecimal value) {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest) || (nearest == 0 && value.signum() != 0)) {
      return invalid("is beyond the numbers a double can hold (about 1e-324 to 1.8e308)");
    }
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (plain.scale() < 0 && plain.precision() - plain.scale() <= MOST_DIGITS) {
      plain = plain.setScale(0);
    }
    if (plain.precision() <= MOST_DIGITS && plain.scale() >= 0 && plain.scale() <= MOST_DIGITS) {
      unscaled = plain.unscaledValue().longValueExact();
      scale = plain.scale();
    } else {
      wide = plain;
    }
    return Parsed.VALUE;
  }

  private Parsed invalid(String what) {
    problem = what;
    return Parsed.INVALID;
  }

  private String notANumber(char[] buffer, int start) {
    String text = new String(buffer, start, Math.min(end - start, LONGEST));
    return DecimalProblems.explain(text, given);
  }

  /** Whether the number has at most 18 digits, of which at most 18 behind the mark. */
  boolean isNarrow() {
    return wide == null;
  }

  /** The number times ten to the {@link #scale()}; only where {@link #isNarrow()}. */
  long unscaled() {
    return unscaled;
  }

  /** Digits behind the mark, 0 to 18; only where {@link #isNarrow()}. */
  int scale() {
    return scale;
  }

  BigDecimal exact() {
    return wide == null ? BigDecimal.valueOf(unscaled, scale) : wide;
  }

  /** The double nearest to the number. */
  double nearest() {
    return wide == null ? Amounts.toDouble(unscaled, scale) : wide.doubleValue();
  }

  /** What is wrong with the field read last, as the rest of a sentence. */
  String problem() {
    return problem;
  }

  DecimalProof proof() {
    return proof;
  }
}
