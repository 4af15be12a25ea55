package io.github.churnseg.data;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Collects decimals of any scale into {@link Amounts}: exact for as long as that is possible.
 *
 * <p>Each of the {@link Pieces} has the smallest scale its lines need; they are brought to one
 * scale at the end. The first decimal that does not fit turns the column to doubles.
 */
final class AmountsBuilder {

  /** So far below 2^63 that the error of summing sizes in doubles cannot matter. */
  private static final double MOST = 0x1p63 * (1 - 0x1p-20);

  /** Beyond this scale zeros at the end are dropped: DECIMAL(38,18) columns are full of them. */
  private static final int DEEP = 6;

  private LongChunks units = new LongChunks();
  private byte[] scaleOfPiece = new byte[4];
  private int scale;

  /** Not null once exactness is lost; then nothing is in {@link #units}. */
  private @Nullable DoubleChunks rounded;

  int size() {
    return rounded == null ? units.size() : rounded.size();
  }

  /** Appends units of ten to the minus scale; both arrays in step. */
  void addAll(long[] more, byte[] scales, int count) {
    int done = 0;
    while (done < count) {
      int alike = rounded == null ? alike(scales, done, count) : 0;
      if (alike > 0) {
        units.addAll(more, done, alike);
        done += alike;
      } else {
        add(more[done], scales[done]);
        done++;
      }
    }
  }

  /** How many of the next decimals have the scale of the last piece, and fit into it. */
  private int alike(byte[] scales, int from, int count) {
    int room = Pieces.SIZE - (units.size() & Pieces.MASK);
    if (room == Pieces.SIZE) {
      return 0; // the piece has no scale yet
    }
    int wanted = scaleOfPiece[units.size() >>> Pieces.SHIFT];
    int end = Math.min(count, from + room);
    int at = from;
    while (at < end && scales[at] == wanted) {
      at++;
    }
    return at - from;
  }

  void add(long value, int itsScale) {
    if (itsScale > DEEP) {
      addDeep(value, itsScale);
    } else {
      addPlain(value, itsScale);
    }
  }

  private void addDeep(long value, int itsScale) {
    long stripped = value;
    int smaller = itsScale;
    while (smaller > 0 && stripped % 10 == 0) {
      stripped /= 10;
      smaller--;
    }
    addPlain(stripped, smaller);
  }

  private void addPlain(long value, int itsScale) {
    if (rounded != null) {
      rounded.add(Amounts.toDouble(value, itsScale));
      return;
    }
    int piece = units.size() >>> Pieces.SHIFT;
    if (piece >= scaleOfPiece.length) {
      scaleOfPiece = java.util.Arrays.copyOf(scaleOfPiece, piece * 2);
    }
    if ((units.size() & Pieces.MASK) == 0) {
      scaleOfPiece[piece] = (byte) scale;
    }
    if (itsScale > scaleOfPiece[piece] && !deepen(piece, itsScale)) {
      round().add(Amounts.toDouble(value, itsScale));
      return;
    }
    int up = scaleOfPiece[piece] - itsScale;
    if (up == 0) {
      units.add(value);
      return;
    }
    long power = up <= PowersOfTen.LONGEST ? PowersOfTen.asLong(up) : Long.MAX_VALUE;
    long scaled = value * power;
    if (value != 0
        && (up > PowersOfTen.LONGEST || Math.multiplyHigh(value, power) != scaled >> 63)) {
      round().add(Amounts.toDouble(value, itsScale));
    } else {
      units.add(scaled);
    }
  }

  /** Adds a decimal of any length. */
  void add(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (plain.scale() > DEEP) {
      plain = strip(plain);
    }
    if (plain.scale() <= PowersOfTen.LONGEST && plain.unscaledValue().bitLength() < 63) {
      add(plain.unscaledValue().longValue(), plain.scale());
    } else {
      round().add(value.doubleValue());
    }
  }

  private static BigDecimal strip(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Brings a piece to a larger scale; says whether all its lines still fit. */
  private boolean deepen(int piece, int to) {
    int start = piece << Pieces.SHIFT;
    long power = PowersOfTen.asLong(to - scaleOfPiece[piece]);
    long limit = Long.MAX_VALUE / power;
    for (int line = start; line < units.size(); line++) {
      if (units.get(line) > limit || units.get(line) < -limit) {
        return false;
      }
    }
    for (int line = start; line < units.size(); line++) {
      units.set(line, units.get(line) * power);
    }
    scaleOfPiece[piece] = (byte) to;
    scale = Math.max(scale, to);
    return true;
  }

  /** Gives up exactness. */
  private DoubleChunks round() {
    if (rounded == null) {
      DoubleChunks values = new DoubleChunks();
      for (int line = 0; line < units.size(); line++) {
        values.add(Amounts.toDouble(units.get(line), scaleOfPiece[line >>> Pieces.SHIFT]));
      }
      rounded = values;
      units = new LongChunks();
    }
    return rounded;
  }

  Amounts build() {
    if (rounded == null && sumOfSizes() >= MOST) {
      round();
    }
    if (rounded != null) {
      return new Amounts.Rounded(rounded.trim());
    }
    for (int piece = 0; piece < Pieces.count(units.size()); piece++) {
      if (scaleOfPiece[piece] < scale) {
        level(piece);
      }
    }
    return Amounts.Exact.of(units.trim(), scale);
  }

  private void level(int piece) {
    long power = PowersOfTen.asLong(scale - scaleOfPiece[piece]);
    int start = piece << Pieces.SHIFT;
    for (int line = start; line < start + Pieces.linesIn(piece, units.size()); line++) {
      units.set(line, units.get(line) * power);
    }
  }

  /** In units of the common scale, so that it bounds each single amount there as well. */
  private double sumOfSizes() {
    double sum = 0;
    for (int piece = 0; piece < Pieces.count(units.size()); piece++) {
      long[] values = units.piece(piece);
      int count = Pieces.linesIn(piece, units.size());
      sum += sumOfSizes(values, count) * PowersOfTen.asDouble(scale - scaleOfPiece[piece]);
    }
    return sum;
  }

  private static double sumOfSizes(long[] values, int count) {
    long sum = 0;
    long bits = 0;
    for (int i = 0; i < count; i++) {
      long size = Math.abs(values[i]);
      sum += size;
      bits |= size;
    }
    if (bits >>> 46 == 0) { // 2^15 values below 2^46 cannot wrap
      return sum;
    }
    double large = 0;
    for (int i = 0; i < count; i++) {
      large += Math.abs((double) values[i]);
    }
    return large;
  }
}
