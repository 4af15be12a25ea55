package io.github.churnseg.data;

import java.util.List;

/** What loading counted; stays the same when the log is cut. */
record LoadFacts(
    String source,
    long rowsRead,
    int linesKept,
    List<LeftOut> leftOut,
    MatchCounts matched,
    long idsStripped) {

  LoadFacts(LoadCounts counts, int linesKept) {
    this(
        counts.source,
        counts.rowsRead,
        linesKept,
        counts.leftOut(),
        counts.matched,
        counts.idsStripped);
  }
}
