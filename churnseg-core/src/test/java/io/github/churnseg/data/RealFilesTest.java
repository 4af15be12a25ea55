package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Row counts and traps as counted in the README of the data folder. */
class RealFilesTest {

  private static Table read(String name, Schema schema) throws IOException {
    return Tables.csv(RealData.file(name), schema);
  }

  private static int distinct(StringColumn column) {
    return column.countUnique();
  }

  @Test
  void readsTheMarketFile() throws IOException {
    Table market =
        read(
            "one-click/market_file.csv",
            Schema.columns()
                .id("id")
                .category("Покупательская активность", "Тип сервиса")
                .number("Маркет_актив_6_мес")
                .integer("Длительность"));
    assertThat(market.rowCount()).isEqualTo(1300);
    StringColumn activity = market.stringColumn("Покупательская активность");
    assertThat(activity.countOccurrences("Прежний уровень")).isEqualTo(802);
    assertThat(activity.countOccurrences("Снизилась")).isEqualTo(498);
    StringColumn service = market.stringColumn("Тип сервиса");
    assertThat(service.countOccurrences("стандартт")).isEqualTo(10);
    assertThat(service.countOccurrences("стандарт")).isEqualTo(914);
    assertThat(service.countOccurrences("премиум")).isEqualTo(376);
    assertThat(market.columnNames()).last().asString().doesNotContain("\r");
  }

  @Test
  void readsTheMarketMoney() throws IOException {
    Table money = read("one-click/market_money.csv", Schema.columns().id("id").number("Выручка"));
    assertThat(money.rowCount()).isEqualTo(3900);
    int top = 0;
    for (int row = 0; row < money.rowCount(); row++) {
      if (money.doubleColumn("Выручка").getDouble(row) == 106862.2) {
        top = row;
      }
    }
    assertThat(money.stringColumn("id").get(top)).isEqualTo("215380");
    assertThat(money.stringColumn("Период").get(top)).isEqualTo("текущий_месяц");
  }

  @Test
  void readsTheMarketTime() throws IOException {
    Table time = read("one-click/market_time.csv", Schema.columns().id("id").integer("минут"));
    assertThat(time.rowCount()).isEqualTo(2600);
    assertThat(time.stringColumn("Период").countOccurrences("предыдцщий_месяц")).isEqualTo(1300);
    assertThat(time.longColumn("минут").min()).isEqualTo(4);
    assertThat(time.longColumn("минут").max()).isEqualTo(23);
  }

  @Test
  void readsMoneyWithDecimalCommas() throws IOException {
    Table money = read("one-click/money.csv", Schema.columns().id("id").number("Прибыль"));
    assertThat(money.rowCount()).isEqualTo(1300);
    assertThat(money.doubleColumn("Прибыль").min()).isEqualTo(0.86);
    assertThat(money.doubleColumn("Прибыль").max()).isEqualTo(7.43);
  }

  @Test
  void refusesDecimalCommasWhereThePointIsTheMark() {
    Path file = RealData.file("one-click/money.csv");
    assertThatThrownBy(
            () ->
                Tables.csv(
                    file, Schema.columns().number("Прибыль"), CsvFormat.detect().decimalMark('.')))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(
            "money.csv, line 2, column 'Прибыль': '0,98' has a ',', but the decimal mark is '.'");
  }

  @ParameterizedTest
  @CsvSource({
    "olist_orders_dataset.csv, 24135, order_id, 24135",
    "olist_customers_dataset.csv, 24135, customer_unique_id, 23823",
    "olist_order_items_dataset.csv, 26794, order_id, 23360",
    "olist_order_payments_dataset.csv, 25501, order_id, 24134",
    "olist_order_reviews_dataset.csv, 8225, review_id, 8191",
    "olist_products_dataset.csv, 32951, product_id, 32951",
    "olist_sellers_dataset.csv, 3095, seller_id, 3095",
    "product_category_name_translation.csv, 71, product_category_name, 71",
    "olist_geolocation_dataset.csv, 45928, geolocation_zip_code_prefix, -1",
  })
  void readsOlist(String file, int rows, String key, int keys) throws IOException {
    Table table = read("olist/" + file, Schema.columns().id(key));
    assertThat(table.rowCount()).isEqualTo(rows);
    if (keys >= 0) {
      assertThat(distinct(table.stringColumn(key))).isEqualTo(keys);
    }
  }

  @Test
  void readsOlistTimesNumbersAndMultiLineTexts() throws IOException {
    Table orders =
        read(
            "olist/olist_orders_dataset.csv",
            Schema.columns()
                .dateTime("order_purchase_timestamp")
                .date("order_estimated_delivery_date")
                .dateTime("order_delivered_customer_date"));
    assertThat(orders.dateTimeColumn("order_purchase_timestamp").get(0))
        .isEqualTo(LocalDateTime.of(2016, 9, 4, 21, 15, 19));
    assertThat(orders.dateColumn("order_estimated_delivery_date").get(0))
        .isEqualTo(LocalDate.of(2016, 10, 20));
    assertThat(orders.dateTimeColumn("order_delivered_customer_date").isMissing(0)).isTrue();
    assertThat(orders.stringColumn("order_status").countOccurrences("delivered")).isEqualTo(21172);
    Table reviews = read("olist/olist_order_reviews_dataset.csv", Schema.columns());
    assertThat(reviews.stringColumn("review_comment_message").unique().asList())
        .anyMatch(text -> text.contains("\r\n"));
    Table products =
        read("olist/olist_products_dataset.csv", Schema.columns().integer("product_photos_qty"));
    assertThat(products.stringColumn("product_category_name").countMissing()).isEqualTo(610);
    assertThat(products.longColumn("product_photos_qty").countMissing()).isEqualTo(610);
    Table places =
        read("olist/olist_geolocation_dataset.csv", Schema.columns().number("geolocation_lat"));
    assertThat(places.doubleColumn("geolocation_lat").get(0)).isEqualTo(-23.548945985189434);
  }

  @Test
  void readsCdnowAlikeFromBothFiles() throws IOException {
    Schema schema =
        Schema.columns()
            .id("master_customer_id", "customer_id")
            .date("date")
            .integer("number_of_cds")
            .number("dollar_value");
    Table comma = read("cdnow/cdnow_sample.csv", schema);
    Table blanks =
        Tables.csv(
            RealData.file("cdnow/CDNOW_sample.txt"),
            schema,
            CsvFormat.detect()
                .blankSeparated()
                .header(
                    "master_customer_id", "customer_id", "date", "number_of_cds", "dollar_value"));
    assertThat(blanks.rowCount()).isEqualTo(6919);
    assertThat(distinct(blanks.stringColumn("customer_id"))).isEqualTo(2357);
    assertThat(blanks.dateColumn("date").min()).isEqualTo(LocalDate.of(1997, 1, 1));
    assertThat(blanks.dateColumn("date").max()).isEqualTo(LocalDate.of(1998, 6, 30));
    assertThat(blanks.stringColumn("master_customer_id").get(0)).isEqualTo("00004");
    for (String column : schema.names()) {
      assertThat(blanks.column(column).asList()).isEqualTo(comma.column(column).asList());
    }
  }

  @Test
  void readsOnlineRetailCompressed() throws IOException {
    Table lines =
        read(
            "online-retail/online_retail.csv.gz",
            Schema.columns()
                .id("InvoiceNo", "StockCode", "CustomerID")
                .integer("Quantity")
                .dateTime("InvoiceDate")
                .number("UnitPrice"));
    assertThat(lines.name()).isEqualTo("online_retail");
    assertThat(lines.rowCount()).isEqualTo(541_909);
    assertThat(distinct(lines.stringColumn("InvoiceNo"))).isEqualTo(25_900);
    assertThat(lines.stringColumn("CustomerID").countMissing()).isEqualTo(135_080);
    assertThat(distinct(lines.stringColumn("CustomerID"))).isEqualTo(4_372 + 1);
    assertThat(lines.dateTimeColumn("InvoiceDate").max())
        .isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
    BigDecimal sum = BigDecimal.ZERO;
    for (int row = 0; row < lines.rowCount(); row++) {
      BigDecimal price = BigDecimal.valueOf(lines.doubleColumn("UnitPrice").getDouble(row));
      long quantity = lines.longColumn("Quantity").getLong(row);
      sum = sum.add(price.multiply(BigDecimal.valueOf(quantity)));
    }
    assertThat(sum).isEqualByComparingTo("9747747.934");
    StringColumn description = lines.stringColumn("Description");
    assertThat(description.contains("AIRLINE LOUNGE,METAL SIGN")).isTrue();
    assertThat(description.contains("RECORD FRAME 7\" SINGLE SIZE")).isTrue();
  }

  @Test
  void refusesCyrillicReadInAnotherEncoding() throws IOException {
    Path file = RealData.file("one-click/money.csv");
    assertThatThrownBy(
            () ->
                Tables.csv(
                    file, Schema.columns(), CsvFormat.detect().charset(StandardCharsets.US_ASCII)))
        .hasMessageContaining("line 1: byte 0xD0 (at offset 3) is no text in US-ASCII");
  }
}
