package io.github.churnseg;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.churnseg.data.DataReport;
import io.github.churnseg.model.Provenance;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes the report of a fit as JSON. */
final class ReportJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;

  private ReportJson(JsonGenerator out) {
    this.out = out;
  }

  static String of(SegmentedReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      // The same line ends on every machine.
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new ReportJson(out).write(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(SegmentedReport report) throws IOException {
    out.writeStartObject();
    if (report.data().isPresent()) {
      out.writeFieldName("data");
      write(report.data().get());
    }
    texts("conventions", report.conventions());
    tables("segmenters", report.segmenters(), segments -> segments.toTable());
    out.writeFieldName("combined");
    write(report.toTable());
    tables("comparisons", report.comparisons(), both -> both.toTable());
    if (report.classifier().isPresent()) {
      out.writeFieldName("classifier");
      write(report.classifier().get());
    }
    texts("warnings", report.warnings());
    out.writeFieldName("provenance");
    write(report.provenance());
    out.writeEndObject();
  }

  private void write(DataReport data) throws IOException {
    out.writeStartObject();
    out.writeStringField("source", data.source());
    out.writeNumberField("rows_read", data.rowsRead());
    out.writeNumberField("lines", data.lines());
    out.writeNumberField("customers", data.customers());
    out.writeNumberField("orders", data.orders());
    out.writeNumberField("return_lines", data.returnLines());
    out.writeNumberField("lines_cut", data.linesCut());
    text("first", data.first().map(Object::toString).orElse(""));
    text("last", data.last().map(Object::toString).orElse(""));
    out.writeFieldName("left_out");
    write(data.toTable());
    out.writeEndObject();
  }

  private void write(HoldOut quality) throws IOException {
    out.writeStartObject();
    out.writeNumberField("trained", quality.trained());
    out.writeNumberField("held_out", quality.heldOut());
    out.writeNumberField("left_out", quality.leftOut());
    out.writeNumberField("classes", quality.classes());
    out.writeNumberField("gain_error", quality.gainError());
    out.writeFieldName("figures");
    write(quality.toTable());
    out.writeEndObject();
  }

  private void write(Provenance provenance) throws IOException {
    out.writeStartObject();
    out.writeStringField("library", provenance.library());
    out.writeStringField("settings", provenance.settings());
    if (provenance.seed().isPresent()) {
      out.writeNumberField("seed", provenance.seed().getAsLong());
    }
    out.writeNumberField("rows", provenance.rows());
    text("as_of", provenance.asOf().map(Object::toString).orElse(""));
    out.writeStringField("data_hash", provenance.dataHash());
    out.writeEndObject();
  }

  private void text(String name, String value) throws IOException {
    if (value.isEmpty()) {
      out.writeNullField(name);
    } else {
      out.writeStringField(name, value);
    }
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private <T> void tables(String name, Map<String, T> parts, Function<T, Table> table)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<String, T> part : parts.entrySet()) {
      out.writeFieldName(part.getKey());
      write(table.apply(part.getValue()));
    }
    out.writeEndObject();
  }

  private void write(Table table) throws IOException {
    out.writeStartArray();
    for (Row row : table) {
      out.writeStartObject();
      for (Column<?> column : table.columns()) {
        out.writeFieldName(column.name());
        cell(column, row.getRowNumber());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void cell(Column<?> column, int row) throws IOException {
    if (column.isMissing(row)) {
      out.writeNull();
    } else if (column instanceof NumericColumn<?> numbers) {
      double number = numbers.getDouble(row);
      if (!Double.isFinite(number)) {
        out.writeNull();
      } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        out.writeNumber((long) number);
      } else {
        out.writeNumber(number);
      }
    } else {
      out.writeString(column.getUnformattedString(row));
    }
  }
}
