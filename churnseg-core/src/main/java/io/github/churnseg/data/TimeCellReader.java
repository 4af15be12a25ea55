package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.LongUnaryOperator;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.columns.Column;

/** Dates, or dates with times of day. */
final class TimeCellReader extends CellReader {

  private static final long MISSING = Long.MIN_VALUE;
  private static final long DAY = 86_400_000L;

  private final TimeParser reader;
  private final boolean datesOnly;
  private final LongArrayList cells = new LongArrayList();

  TimeCellReader(Place column, TimeParser reader, boolean datesOnly) {
    super(column);
    this.reader = reader;
    this.datesOnly = datesOnly;
  }

  @Override
  void add(char[] buffer, int from, int length, long line) {
    switch (reader.read(buffer, from, length, line)) {
      case VALUE -> {
        if (datesOnly && Math.floorMod(reader.millis(), DAY) != 0) {
          throw invalid(
              buffer, from, length, line, "has a time of day; declare the column as dateTime");
        }
        cells.add(reader.millis());
      }
      case MISSING -> cells.add(MISSING);
      case INVALID -> throw invalid(buffer, from, length, line, reader.problem());
    }
  }

  @Override
  Column<?> toColumn() {
    if (reader.proof().order(place) == DateOrderProof.Order.MONTH_FIRST) {
      cells.replaceAll(
          (LongUnaryOperator)
              millis -> millis == MISSING ? MISSING : TimeReader.swapDayAndMonth(millis));
    }
    return datesOnly ? dates() : times();
  }

  private DateColumn dates() {
    DateColumn dates = DateColumn.create(place.column());
    for (long millis : cells.toLongArray()) {
      if (millis == MISSING) {
        dates.appendMissing();
      } else {
        dates.append(LocalDate.ofEpochDay(Math.floorDiv(millis, DAY)));
      }
    }
    return dates;
  }

  private DateTimeColumn times() {
    DateTimeColumn times = DateTimeColumn.create(place.column());
    for (long millis : cells.toLongArray()) {
      if (millis == MISSING) {
        times.appendMissing();
      } else {
        times.append(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
      }
    }
    return times;
  }
}
