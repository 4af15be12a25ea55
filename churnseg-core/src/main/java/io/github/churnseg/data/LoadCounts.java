package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts, while a log is loaded, what its report will say. */
final class LoadCounts {

  private static final int FIRST_LINES = 5;

  final String source;
  long rowsRead;
  long idsStripped;
  MatchCounts matched = MatchCounts.NONE;
  private final Map<Key, Tally> leftOut = new LinkedHashMap<>();

  private record Key(LeftOut.Kind kind, String column, String reason) {}

  private static final class Tally {
    long rows;
    final List<Long> firstLines = new ArrayList<>();
  }

  LoadCounts(String source) {
    this.source = source;
  }

  void add(LeftOut.Kind kind, String column, String reason, long line) {
    Tally tally = leftOut.computeIfAbsent(new Key(kind, column, reason), key -> new Tally());
    tally.rows++;
    if (tally.firstLines.size() < FIRST_LINES) {
      tally.firstLines.add(line);
    }
  }

  /** In the order in which rows are judged; within a kind as first met. */
  List<LeftOut> leftOut() {
    List<LeftOut> all = new ArrayList<>();
    leftOut.forEach(
        (key, tally) ->
            all.add(new LeftOut(key.kind, key.column, key.reason, tally.rows, tally.firstLines)));
    all.sort(java.util.Comparator.comparing(LeftOut::kind));
    return List.copyOf(all);
  }
}
