package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalReaderTest {

  private static final char PROVE = 0;
  private static final Place COLUMN = Place.of("shop.csv").inColumn("amount");

  private final DecimalReader reader = new DecimalReader('.', ';');

  private static Parsed read(DecimalReader reader, String text, long line) {
    char[] padded = ("xx" + text + "yy").toCharArray();
    return reader.read(padded, 2, text.length(), line);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-0.0, 0.0",
    "12.50, 12.50",
    "-12.5, -12.5",
    "+3, 3",
    ".5, 0.5",
    "5., 5",
    "00012.10, 12.10",
    "1e3, 1000",
    "1.5E-3, 0.0015",
    "2E+2, 200",
    "' 4.20 ', 4.20",
    "999999999999999999, 999999999999999999",
    "-0.000000000000000001, -0.000000000000000001",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "0.1234567890123456789012345, 0.1234567890123456789012345",
    "1.500000000000000000000000000, 1.5",
    "1e300, 1e300",
    "1e-300, 1e-300"
  })
  void readsDecimalsExactly(String text, BigDecimal value) {
    assertThat(read(reader, text, 1)).isEqualTo(Parsed.VALUE);
    assertThat(reader.exact()).isEqualByComparingTo(value);
    assertThat(reader.nearest()).isEqualTo(value.doubleValue());
  }

  @Property
  void readsBackWhatWasPrinted(@ForAll BigDecimal value, @ForAll @IntRange(max = 1) int comma) {
    DecimalReader given = new DecimalReader(comma == 1 ? ',' : '.', ';');
    String text = value.toString().replace('.', comma == 1 ? ',' : '.');
    assertThat(read(given, text, 1)).isEqualTo(Parsed.VALUE);
    assertThat(given.exact()).isEqualByComparingTo(value);
    assertThat(given.nearest()).isEqualTo(value.doubleValue());
  }

  @Property
  void readsBackEveryFiniteDouble(@ForAll double value) {
    assertThat(read(reader, Double.toString(value), 1)).isEqualTo(Parsed.VALUE);
    assertThat(reader.nearest()).isEqualTo(value + 0.0);
  }

  @Property
  void neverFailsWhateverTheText(@ForAll String text) {
    read(reader, text, 1);
    read(new DecimalReader(PROVE, ','), text, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\u00a0"})
  void takesBlanksForMissing(String text) {
    assertThat(read(reader, text, 1)).isEqualTo(Parsed.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN | is no finite number",
        "-Infinity | is no finite number",
        "inf | is no finite number",
        "1e400 | is beyond the numbers a double can hold",
        "1e-400 | is beyond the numbers a double can hold",
        "1e999999999999 | is beyond the numbers a double can hold",
        "1,234.56 | has grouping marks; write the number without them, such as 1234.56",
        "1 234.56 | has grouping marks",
        "1'234 | has grouping marks",
        "1.234.567 | has grouping marks",
        "12,50 | has a ',', but the decimal mark is '.'",
        "twelve | is not a number",
        "12.50€ | is not a number",
        "- | is not a number",
        ". | is not a number",
        "e5 | is not a number",
        "1e | is not a number",
        "1-2 | is not a number",
        "0x10 | is not a number",
        "(12.50) | is not a number",
        "١٢ | is not a number",
      })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(read(reader, text, 1)).isEqualTo(Parsed.INVALID);
    assertThat(reader.problem()).startsWith(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12,50", "0,123", ",5", "1234,567", "1,2345", "1,", "1,234e2"})
  void provesTheComma(String text) {
    DecimalReader proving = new DecimalReader(PROVE, ';');
    read(proving, "17", 1);
    read(proving, text, 2);
    read(proving, "1,234", 3);
    assertThat(proving.proof().mark(COLUMN)).isEqualTo(',');
    proving.proof().requireAllRight(COLUMN);
  }

  @Test
  void needsNoProofForWholeNumbers() {
    DecimalReader proving = new DecimalReader(PROVE, ';');
    read(proving, "1234", 2);
    assertThat(proving.proof().mark(COLUMN)).isEqualTo('.');
  }

  @Test
  void refusesWhatMayBeTwoNumbers() {
    DecimalReader proving = new DecimalReader(PROVE, ';');
    read(proving, "1,234", 2);
    assertThatThrownBy(() -> proving.proof().mark(COLUMN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "shop.csv, line 2, column 'amount': '1,234' may be 1.234 (',' is the decimal mark) or"
                + " 1234 (',' groups digits), and no value of the column decides; say which with"
                + " CsvFormat.decimalMark(','), or take the grouping marks out of the file");
  }

  @Test
  void refusesAPointThatMayGroupUnlessCommasSeparateTheFields() {
    DecimalReader semicolons = new DecimalReader(PROVE, ';');
    read(semicolons, "1.234", 2);
    assertThatThrownBy(() -> semicolons.proof().mark(COLUMN))
        .hasMessageContaining("'1.234' may be 1.234 ('.' is the decimal mark) or 1234");
    DecimalReader commas = new DecimalReader(PROVE, ',');
    read(commas, "1.234", 2);
    assertThat(commas.proof().mark(COLUMN)).isEqualTo('.');
  }

  @Test
  void refusesGroupingOnceTheOtherMarkIsProved() {
    DecimalReader proving = new DecimalReader(PROVE, ',');
    read(proving, "1,234", 2);
    read(proving, "12.50", 3);
    assertThatThrownBy(() -> proving.proof().requireAllRight(COLUMN))
        .hasMessageStartingWith(
            "shop.csv, line 2, column 'amount': '1,234' has a ',', but the decimal mark is '.'");
  }

  @Test
  void refusesAColumnWithBothMarks() {
    DecimalReader proving = new DecimalReader(PROVE, ';');
    read(proving, "12,50", 2);
    read(proving, "13.50", 3);
    assertThatThrownBy(() -> proving.proof().mark(COLUMN))
        .hasMessageContaining("both decimal marks, '13.50' (line 3) and '12,50' (line 2)");
  }

  @Test
  void mergesWhatTwoPartsOfAColumnProve() {
    DecimalReader first = new DecimalReader(PROVE, ';');
    read(first, "1.234", 2);
    DecimalReader second = new DecimalReader(PROVE, ';');
    read(second, "12,5", 3);
    first.proof().merge(second.proof(), 100);
    assertThat(first.proof().mark(COLUMN)).isEqualTo(',');
    assertThat(first.proof().misread(',')).isEqualTo(new Example("1.234", 2));
    second.proof().merge(first.proof(), 0);
    assertThat(second.proof().misread(',')).isEqualTo(new Example("1.234", 2));
  }

  @Test
  void showsGroupedNumbersWithTheMarkTheySeemToHave() {
    DecimalReader proving = new DecimalReader(PROVE, ';');
    assertThat(read(proving, "1.234,56", 1)).isEqualTo(Parsed.INVALID);
    assertThat(proving.problem())
        .isEqualTo("has grouping marks; write the number without them, such as 1234,56");
  }
}
