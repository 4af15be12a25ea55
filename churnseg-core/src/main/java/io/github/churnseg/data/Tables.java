package io.github.churnseg.data;

import java.io.IOException;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/**
 * Reads files to Tablesaw tables without changing a value on the way.
 *
 * <pre>{@code
 * Table money = Tables.csv(Path.of("money.csv"), Schema.columns().id("id").number("Прибыль"));
 * }</pre>
 *
 * <p>One pass over the file; about as much memory as the table.
 */
public final class Tables {

  private Tables() {}

  /**
   * Reads a CSV file whose separator, encoding and decimal mark are proved from the file.
   *
   * @param file plain or compressed with gzip; the first line names the columns
   * @param schema what the columns hold; those not listed are read as text
   * @return all rows and columns of the file, in its order, named like the file without its
   *     extension
   * @throws io.github.churnseg.InvalidDataException if a value, a row or a column is not what it
   *     should be, or may be two things; the message names file, line, column, value and way out
   * @throws IOException if the file cannot be read to its end
   */
  public static Table csv(Path file, Schema schema) throws IOException {
    return csv(file, schema, CsvFormat.detect());
  }

  /**
   * Reads a CSV file.
   *
   * @param file plain or compressed with gzip
   * @param schema what the columns hold; those not listed are read as text
   * @param format how the file is written
   * @return all rows and columns of the file, in its order, named like the file without its
   *     extension
   * @throws io.github.churnseg.InvalidDataException if a value, a row or a column is not what it
   *     should be, or may be two things; the message names file, line, column, value and way out
   * @throws IOException if the file cannot be read to its end
   */
  public static Table csv(Path file, Schema schema, CsvFormat format) throws IOException {
    try (CsvFile csv = CsvFile.open(file, format, schema.names())) {
      TableRows rows = new TableRows(csv, schema);
      csv.read(rows);
      return Table.create(nameOf(file), rows.columns());
    }
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.replaceFirst("(?i)\\.gz$", "").replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
  }
}
