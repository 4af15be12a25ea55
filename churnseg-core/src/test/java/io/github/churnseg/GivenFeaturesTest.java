package io.github.churnseg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.ToyChain.AboveMean;
import io.github.churnseg.ToyChain.Shares;
import io.github.churnseg.features.CustomerFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A chain that begins with a table of customers instead of a log. */
class GivenFeaturesTest {

  private static final CustomerFeatures CUSTOMERS = customers(600);

  /** Those from Riga spend much, three of four times. */
  private static CustomerFeatures customers(int count) {
    Table table =
        Table.create(
            StringColumn.create(
                "id", IntStream.range(0, count).mapToObj(row -> "c" + row).toList()),
            DoubleColumn.create(
                "spend", IntStream.range(0, count).mapToDouble(row -> row % 4 == 3 ? row : 0)),
            StringColumn.create(
                "city",
                IntStream.range(0, count)
                    .mapToObj(row -> row % 4 == 3 && row % 16 != 15 ? "Riga" : "Porto")
                    .toList()));
    return CustomerFeatures.from(table, c -> c.id("id").numeric("spend").categorical("city"));
  }

  private static ClassifiedModel<CustomerFeatures> chain() {
    return Segmentation.builder()
        .features(CustomerFeatures.asGiven())
        .segmentBy("value", new AboveMean("spend"))
        .classifyWith(new Shares(false), CustomerFeatures.givenColumns("city"))
        .build()
        .fit(CUSTOMERS);
  }

  @Test
  void segmentsAndPredictsFromATable() {
    ClassifiedModel<CustomerFeatures> model = chain();
    assertThat(model.assign(CUSTOMERS).label(3).name()).isEqualTo("low");
    assertThat(model.assign(CUSTOMERS).label(598).name()).isEqualTo("low");
    assertThat(model.assign(CUSTOMERS).label(599).name()).isEqualTo("high");
    assertThat(model.predict(CUSTOMERS).size()).isEqualTo(600);
    assertThat(model.report().data()).isEmpty();
    assertThat(model.report().conventions())
        .contains("features: features as given", "newcomers: the given columns [city]");
    assertThat(model.report().toString()).doesNotContain("== data ==");
    assertThat(model.report().toJson()).startsWith("{\n  \"conventions\"");
  }

  @Test
  void newcomersNeedOnlyTheColumnsThatAreKnownOfThem() {
    CustomerFeatures newcomers =
        CustomerFeatures.from(
            Table.create(StringColumn.create("id", "n"), StringColumn.create("city", "Riga")),
            c -> c.id("id").categorical("city"));
    assertThat(chain().predict(newcomers).size()).isEqualTo(1);
  }

  @Test
  void namesTheColumnThatIsMissing() {
    assertThatThrownBy(() -> CustomerFeatures.givenColumns("ctiy").extract(CUSTOMERS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "no column 'ctiy' among the features, did you mean 'city'?; there are [spend, city]");
    assertThatThrownBy(() -> CustomerFeatures.givenColumns("a", "a"))
        .hasMessage("name one column or more, none twice; seen [a, a]");
    assertThatThrownBy(CustomerFeatures::givenColumns).hasMessageContaining("seen []");
  }

  @Test
  void chosenColumnsAreThoseOfTheWhole() {
    CustomerFeatures city = CustomerFeatures.givenColumns("city").extract(CUSTOMERS);
    assertThat(city.numericColumns()).isEmpty();
    assertThat(city.categoricalColumns()).containsExactly("city");
    assertThat(city.id(5)).isEqualTo("c5");
    assertThat(city.rowOf("c5")).hasValue(5);
    assertThat(city.categorical("city").value(3)).hasValue("Riga");
    assertThat(city.toTable().columnNames()).containsExactly("customer", "city");
    assertThatThrownBy(() -> city.numeric("spend"))
        .hasMessage("column 'spend' was not chosen; there are [city]");
    CustomerFeatures spend = CustomerFeatures.givenColumns("spend").extract(CUSTOMERS);
    assertThat(spend.numeric("spend")).isEqualTo(CUSTOMERS.numeric("spend"));
    assertThat(spend.toTable().columnNames()).containsExactly("customer", "spend");
  }

  @Test
  void theLoadedChainSaysTheSame(@TempDir Path directory) throws IOException {
    ClassifiedModel<CustomerFeatures> model = chain();
    Path file = directory.resolve("chain.churnseg");
    model.save(file);
    ClassifiedModel<CustomerFeatures> loaded = ClassifiedModel.load(file, CustomerFeatures.class);
    assertThat(loaded.predict(CUSTOMERS)).hasToString(model.predict(CUSTOMERS).toString());
    assertThat(loaded.report()).hasToString(model.report().toString());
    assertThat(loaded.report().data()).isEmpty();
  }
}
