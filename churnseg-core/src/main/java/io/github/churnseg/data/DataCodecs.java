package io.github.churnseg.data;

import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How reports about data are written and read; found by their names in META-INF. */
final class DataCodecs {

  private DataCodecs() {}

  /** {@link DataReport}. */
  public static final class OfReport extends NamedCodec<DataReport> {

    /** For the service loader. */
    public OfReport() {
      super("core", "data-report", DataReport.class);
    }

    @Override
    public void write(DataReport report, ComponentWriter out) {
      out.part("load", part -> write(report.facts(), part));
      out.part("log", part -> write(report.log(), part));
      out.whole("lines-cut", report.linesCut());
    }

    private static void write(LoadFacts facts, ComponentWriter out) {
      out.text("source", facts.source());
      out.whole("rows-read", facts.rowsRead());
      out.whole("lines-kept", facts.linesKept());
      out.parts("left-out", facts.leftOut(), OfReport::write);
      MatchCounts matched = facts.matched();
      out.whole("matched-whole", matched.whole());
      out.whole("matched-partly", matched.partly());
      out.whole("unmatched", matched.unmatched());
      out.whole("reduced-lines", matched.reducedLines());
      out.whole("ids-stripped", facts.idsStripped());
      out.parts("changes", facts.changes(), OfReport::write);
    }

    private static void write(LeftOut left, ComponentWriter out) {
      out.text("kind", left.kind().name());
      out.text("column", left.column());
      out.text("reason", left.reason());
      out.whole("rows", left.rows());
      out.array("first-lines", left.firstLines().stream().mapToLong(line -> line).toArray());
    }

    private static void write(DataReport.Change change, ComponentWriter out) {
      out.text("what", change.what());
      out.text("where", change.where());
      out.whole("values", change.values());
    }

    private static void write(LogFacts log, ComponentWriter out) {
      out.whole("lines", log.lines());
      out.whole("return-lines", log.returnLines());
      out.whole("customers", log.customers());
      out.whole("orders", log.orders());
      out.whole("first", log.firstMillis());
      out.whole("last", log.lastMillis());
      out.decimal("share-with-one-order", log.shareWithOneOrder());
      out.decimal("share-of-day", log.shareOfMostCommonDay());
      out.decimal("share-of-amount", log.shareOfMostCommonAmount());
    }

    @Override
    public DataReport read(ComponentReader in) throws IOException {
      return new DataReport(
          in.part("load", OfReport::load), in.part("log", OfReport::log), count(in, "lines-cut"));
    }

    private static LoadFacts load(ComponentReader in) throws IOException {
      return new LoadFacts(
          in.text("source"),
          in.whole("rows-read"),
          count(in, "lines-kept"),
          in.parts("left-out", OfReport::leftOut),
          new MatchCounts(
              in.whole("matched-whole"),
              in.whole("matched-partly"),
              in.whole("unmatched"),
              in.whole("reduced-lines")),
          in.whole("ids-stripped"),
          in.parts(
              "changes",
              part ->
                  new DataReport.Change(
                      part.text("what"), part.text("where"), part.whole("values"))));
    }

    private static LeftOut leftOut(ComponentReader in) throws IOException {
      return new LeftOut(
          in.choice("kind", LeftOut.Kind.class),
          in.text("column"),
          in.text("reason"),
          in.whole("rows"),
          List.copyOf(Arrays.stream(in.longs("first-lines")).boxed().toList()));
    }

    private static LogFacts log(ComponentReader in) throws IOException {
      return new LogFacts(
          count(in, "lines"),
          count(in, "return-lines"),
          count(in, "customers"),
          count(in, "orders"),
          in.whole("first"),
          in.whole("last"),
          in.decimal("share-with-one-order"),
          in.decimal("share-of-day"),
          in.decimal("share-of-amount"));
    }

    private static int count(ComponentReader in, String name) throws IOException {
      return in.whole(name, 0, Integer.MAX_VALUE);
    }
  }
}
