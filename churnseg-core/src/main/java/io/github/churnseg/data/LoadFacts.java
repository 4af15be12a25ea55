package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.List;

/** What loading counted; stays the same when the log is cut. */
record LoadFacts(
    String source,
    long rowsRead,
    int linesKept,
    List<LeftOut> leftOut,
    MatchCounts matched,
    long idsStripped,
    List<DataReport.Change> changes) {

  LoadFacts(LoadCounts counts, int linesKept) {
    this(
        counts.source,
        counts.rowsRead,
        linesKept,
        counts.leftOut(),
        counts.matched,
        counts.idsStripped,
        List.of());
  }

  /** With what a repair changed in the source before it was loaded. */
  LoadFacts with(RepairReport repairs) {
    List<DataReport.Change> more = new ArrayList<>(changes);
    for (RepairReport.Line line : repairs.lines()) {
      String where = String.join(", ", line.columns());
      more.add(new DataReport.Change(line.what(), where, line.count()));
    }
    return new LoadFacts(
        source, rowsRead, linesKept, leftOut, matched, idsStripped, List.copyOf(more));
  }
}
