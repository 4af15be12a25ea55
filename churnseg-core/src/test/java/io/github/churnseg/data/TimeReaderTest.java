package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

  private static final Place COLUMN = Place.of("shop.csv").inColumn("time");

  private final TimeReader reader = new TimeReader(null);

  private static Parsed read(TimeParser reader, String text) {
    return reader.read(("xx" + text + "yy").toCharArray(), 2, text.length(), 7);
  }

  private static LocalDateTime time(TimeParser reader) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(reader.millis(), 1000L),
        (int) Math.floorMod(reader.millis(), 1000L) * 1_000_000,
        ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01, 2024-03-01T00:00",
    "2024-03-01 10:15, 2024-03-01T10:15",
    "2024-03-01 9:15, 2024-03-01T09:15",
    "2024-03-01T10:15:30, 2024-03-01T10:15:30",
    "2024-03-01 10:15:30.5, 2024-03-01T10:15:30.5",
    "2024-03-01 10:15:30.123456, 2024-03-01T10:15:30.123",
    "2024/3/1, 2024-03-01T00:00",
    "2024.03.01, 2024-03-01T00:00",
    "20240301, 2024-03-01T00:00",
    "2024-02-29, 2024-02-29T00:00",
    "0001-01-01, 0001-01-01T00:00",
    "9999-12-31 23:59:59.999, 9999-12-31T23:59:59.999",
    "1969-12-31 23:59:59, 1969-12-31T23:59:59",
    "31/12/2024, 2024-12-31T00:00",
    "12/31/2024 8:05, 2024-12-31T08:05",
    "5.5.2024, 2024-05-05T00:00",
    "25-12-2024 00:00:01, 2024-12-25T00:00:01",
    "' 2024-03-01 ', 2024-03-01T00:00",
  })
  void readsTimesInKnownForms(String text, LocalDateTime expected) {
    assertThat(read(reader, text)).isEqualTo(Parsed.VALUE);
    assertThat(time(reader)).isEqualTo(expected);
  }

  @Property
  void readsBackEveryTimeInIsoForm(
      @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second,
      @ForAll @IntRange(max = 999) int milli) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, milli * 1_000_000, ZoneOffset.UTC);
    assertThat(read(reader, time.toString())).isEqualTo(Parsed.VALUE);
    assertThat(time(reader)).isEqualTo(time);
    PatternTimeReader pattern = new PatternTimeReader("M/d/yyyy h:mm:ss.SSS a", null);
    String text =
        time.format(DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss.SSS a", Locale.ENGLISH));
    assertThat(read(pattern, text)).isEqualTo(Parsed.VALUE);
    assertThat(time(pattern)).isEqualTo(time);
  }

  @Property
  void neverFailsWhateverTheText(@ForAll String text) {
    read(reader, text);
    read(new PatternTimeReader("dd.MM.yyyy", null), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-30 | is no date: February 2024 has 29 days, not 30",
        "2023-02-29 | is no date: February 2023 has 28 days, not 29",
        "31/04/2024 | is no date: April 2024 has 30 days, not 31",
        "2024-13-01 | is no date: there is no month 13",
        "2024-00-01 | is no date: there is no month 0",
        "0000-01-01 | is no date: years begin with 1",
        "13/13/2024 | is no date: neither 13 nor 13 is a month",
        "1/2/24 | has a year of two digits; give the column's pattern, such as \"d/M/yy\"",
        "12.1.24 10:00 | has a year of two digits",
        "1/2/2024 3:04 PM | has a time with AM or PM; give the column's pattern",
        "2024-01-01 24:00 | has no time of day from 00:00 to 23:59:59",
        "2024-01-01 10:60 | has no time of day",
        "2024-01-01 1015 | has no time of day",
        "2024-01-01x | has no time of day",
        "2024-01-01 10:15:30. | has no time of day",
        "2024-01 | is not a date or time in a form known without a pattern",
        "2024 | is not a date or time",
        "1 Mar 2024 | is not a date or time",
        "1/2.2024 | is not a date or time",
        "1700000000 | is not a date or time",
        "2024-03-01T10:15:00Z | has the offset 'Z'; say in which time zone the shop's days begin",
      })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(read(reader, text)).isEqualTo(Parsed.INVALID);
    assertThat(reader.problem()).startsWith(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T23:15:00Z, 2024-03-02T00:15",
    "2024-07-01T23:15:00Z, 2024-07-02T01:15",
    "2024-03-01 10:15+03:00, 2024-03-01T08:15",
    "2024-03-01 10:15:30.5 +0300, 2024-03-01T08:15:30.5",
    "2024-03-01 10:15, 2024-03-01T10:15",
  })
  void convertsOffsetsToTheZoneGiven(String text, LocalDateTime expected) {
    TimeReader zoned = new TimeReader(ZoneId.of("Europe/Berlin"));
    assertThat(read(zoned, text)).isEqualTo(Parsed.VALUE);
    assertThat(time(zoned)).isEqualTo(expected);
  }

  @Test
  void provesTheOrderOverTheColumn() {
    read(reader, "01/02/2024");
    read(reader, "13/02/2024");
    assertThat(reader.proof().order(COLUMN)).isEqualTo(DateOrderProof.Order.DAY_FIRST);
    TimeReader american = new TimeReader(null);
    read(american, "01/02/2024 10:15");
    long first = american.millis();
    read(american, "01/13/2024 10:15");
    assertThat(american.proof().order(COLUMN)).isEqualTo(DateOrderProof.Order.MONTH_FIRST);
    assertThat(TimeReader.swapDayAndMonth(american.millis())).isEqualTo(american.millis());
    assertThat(TimeReader.swapDayAndMonth(first))
        .isEqualTo(LocalDateTime.of(2024, 1, 2, 10, 15).toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  @Test
  void refusesWhatMayBeTwoDates() {
    read(reader, "05/05/2024");
    read(reader, "01/02/2024 10:15");
    assertThatThrownBy(() -> reader.proof().order(COLUMN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "shop.csv, line 7, column 'time': '01/02/2024 10:15' may be 1 February 2024 or"
                + " 2 January 2024, and no value of the column decides; give the column's pattern:"
                + " \"d/M/yyyy H:mm\" or \"M/d/yyyy H:mm\"");
  }

  @Test
  void refusesBothOrdersInOneColumn() {
    read(reader, "13/02/2024");
    read(reader, "02/13/2024");
    assertThatThrownBy(() -> reader.proof().order(COLUMN))
        .hasMessageContaining("day first, '13/02/2024' (line 7), and with the month first");
  }

  @Test
  void refusesYearsFirstAndLastInOneColumn() {
    read(reader, "13/02/2024");
    read(reader, "2024-02-13");
    assertThatThrownBy(() -> reader.proof().order(COLUMN))
        .hasMessageContaining("the year first, '2024-02-13' (line 7), and with the year last");
  }

  @Test
  void needsNoProofWhereDayAndMonthAreEqual() {
    read(reader, "05/05/2024");
    assertThat(reader.proof().order(COLUMN)).isEqualTo(DateOrderProof.Order.DAY_FIRST);
  }

  @Test
  void mergesWhatTwoPartsOfAColumnProve() {
    read(reader, "01/02/2024");
    TimeReader second = new TimeReader(null);
    read(second, "01/13/2024");
    reader.proof().merge(second.proof(), 100);
    assertThat(reader.proof().order(COLUMN)).isEqualTo(DateOrderProof.Order.MONTH_FIRST);
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 01/02/2024, 2024-02-01",
    "M/d/yy, 1/2/24, 2024-01-02",
    "d MMM yyyy, 1 MAR 2024, 2024-03-01",
    "uuuu-MM-dd, 2024-03-01, 2024-03-01",
    "yyyyMMdd, 99991231, 9999-12-31",
  })
  void readsByPattern(String pattern, String text, LocalDate expected) {
    PatternTimeReader given = new PatternTimeReader(pattern, null);
    assertThat(read(given, text)).isEqualTo(Parsed.VALUE);
    assertThat(time(given)).isEqualTo(expected.atStartOfDay());
  }

  @Test
  void readsByPatternStrictly() {
    PatternTimeReader given = new PatternTimeReader("dd/MM/yyyy", null);
    assertThat(read(given, "30/02/2024")).isEqualTo(Parsed.INVALID);
    assertThat(given.problem())
        .startsWith("does not fit the pattern \"dd/MM/yyyy\"")
        .contains("Invalid date 'FEBRUARY 30'");
    assertThat(read(given, "")).isEqualTo(Parsed.MISSING);
  }

  @Test
  void readsOffsetsByPatternOnlyWithAZone() {
    PatternTimeReader local = new PatternTimeReader("dd/MM/yyyy HH:mm XXX", null);
    assertThat(read(local, "01/02/2024 10:00 Z")).isEqualTo(Parsed.INVALID);
    assertThat(local.problem()).contains("CsvFormat.zone(ZoneId)");
    var zoned = new PatternTimeReader("dd/MM/yyyy HH:mm XXX", ZoneId.of("Asia/Tokyo"));
    assertThat(read(zoned, "01/02/2024 10:00 Z")).isEqualTo(Parsed.VALUE);
    assertThat(time(zoned)).isEqualTo(LocalDateTime.of(2024, 2, 1, 19, 0));
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThatThrownBy(() -> new PatternTimeReader("dd/bb", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'dd/bb' is no pattern of DateTimeFormatter");
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "d/M/yyyy",
        "dd/MM/yyyy",
        "M/d/uuuu H:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm",
        "yyyyMMdd",
        "yyyyMMdd HHmm",
        "dd.MM.yyyy, H:m:s",
        "dd.MM.yyyy H:mm",
        "yyyy_MM_dd");
  }

  @Provide
  Arbitrary<String> nearlyTimes() {
    return Arbitraries.of(
            "0", "1", "2", "3", "9", "12", "29", "31", "2024", "1900", "/", "-", ".", ":", " ", "T",
            "_", ", ", "x", "24", "60")
        .list()
        .ofMinSize(1)
        .ofMaxSize(11)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5000)
  void quickPatternsTakeNothingThatTheFormatterRefuses(
      @ForAll("patterns") String pattern, @ForAll("nearlyTimes") String text) {
    quickPatternAgrees(pattern, text);
  }

  @Property
  void quickPatternsTakeWhatTheFormatterPrints(
      @ForAll("patterns") String pattern,
      @ForAll @LongRange(min = -62135596800L, max = 253402300799L) long second) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String text = time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    assertThat(quickPatternAgrees(pattern, text)).isTrue();
  }

  private static boolean quickPatternAgrees(String pattern, String text) {
    NumericPattern quick = NumericPattern.of(pattern).orElseThrow();
    if (!quick.fits(text.toCharArray(), 0, text.length())) {
      return false;
    }
    var parsed = PatternTimeReader.formatter(pattern).parse(text);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime expected =
        LocalDate.from(parsed).atTime(time == null ? LocalTime.MIDNIGHT : time);
    assertThat(quick.millis()).isEqualTo(expected.toInstant(ZoneOffset.UTC).toEpochMilli());
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d MMM yyyy",
        "M/d/yyyy h:mm a",
        "dMyyyy",
        "yyyy-MM",
        "MM/dd/yy",
        "yyyy-MM-dd HH",
        "yyyy-MM-dd[ HH:mm]",
        "yyyy-MM-dd XXX",
        "HH:mm",
        "yyyy-MM-dd mm:ss",
        "dd/dd/yyyy MM"
      })
  void otherPatternsAreLeftToTheFormatter(String pattern) {
    assertThat(NumericPattern.of(pattern)).isEmpty();
  }

  @Property(tries = 5000)
  void theUsualFormIsReadLikeAnyOther(@ForAll("nearlyTimes") String text) {
    for (String usual :
        new String[] {text, "2024-" + text, "2024-02-" + text, "2024-02-28 " + text}) {
      TimeReader padded = new TimeReader(null);
      Parsed general = read(padded, " " + usual);
      assertThat(read(reader, usual)).isEqualTo(general);
      if (general == Parsed.VALUE) {
        assertThat(reader.millis()).isEqualTo(padded.millis());
      } else if (general == Parsed.INVALID) {
        assertThat(reader.problem()).isEqualTo(padded.problem());
      }
    }
  }
}
