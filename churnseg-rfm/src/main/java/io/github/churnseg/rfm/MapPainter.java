package io.github.churnseg.rfm;

import io.github.churnseg.rfm.SegmentRules.Box;
import io.github.churnseg.rfm.SegmentRules.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Lays the boxes of some rules over a grid and refuses what is not covered exactly once. */
final class MapPainter {

  private static final int NOBODY = -1;

  private final ScoreGrid grid;
  private final SegmentRules rules;
  private final List<String> names;

  /** For each cell the names that claim it, in the order of the rules. */
  private final List<Set<String>> claims = new ArrayList<>();

  MapPainter(ScoreGrid grid, SegmentRules rules) {
    this.grid = grid;
    this.rules = rules;
    Set<String> inOrder = new LinkedHashSet<>();
    rules.boxes().forEach(box -> inOrder.add(box.name()));
    rules.otherwise().ifPresent(inOrder::add);
    this.names = List.copyOf(inOrder);
    for (int cell = 0; cell < grid.cells(); cell++) {
      claims.add(new LinkedHashSet<>());
    }
    rules.boxes().forEach(this::claim);
  }

  List<String> names() {
    return names;
  }

  /** The index of the name of each cell. */
  int[] paint() {
    int[] painted = new int[grid.cells()];
    Arrays.setAll(painted, this::first);
    check(painted);
    return painted;
  }

  private int first(int cell) {
    return claims.get(cell).stream()
        .findFirst()
        .or(rules::otherwise)
        .map(names::indexOf)
        .orElse(NOBODY);
  }

  private void claim(Box box) {
    Range r = levels(box, box.r(), "R", grid.r());
    Range f = levels(box, second(box), rules.axes() == MapAxes.R_FM ? "FM" : "F", grid.f());
    Range m = levels(box, rules.axes() == MapAxes.R_F_M ? box.m() : null, "M", grid.m());
    for (int onR = r.low(); onR <= r.high(); onR++) {
      for (int onF = f.low(); onF <= f.high(); onF++) {
        for (int onM = m.low(); onM <= m.high(); onM++) {
          claims.get(grid.at(onR, onF, onM)).add(box.name());
        }
      }
    }
  }

  private @Nullable Range second(Box box) {
    if (rules.axes() == MapAxes.R_F_M && box.code() && box.m() == null) {
      throw mixed(box, "a code has three digits where other rules look at M");
    }
    if (rules.axes() == MapAxes.R_FM && (box.m() != null || (box.f() != null && !box.code()))) {
      throw mixed(box, "FM is the mean of F and M; use FM, or F and M, in all rules");
    }
    return box.fm() != null ? box.fm() : box.f();
  }

  private static IllegalArgumentException mixed(Box box, String why) {
    return new IllegalArgumentException("line " + box.line() + ": " + why);
  }

  private static Range levels(Box box, @Nullable Range range, String axis, int levels) {
    if (range == null) {
      return new Range(1, levels);
    }
    if (range.low() < 1 || range.high() > levels) {
      int seen = range.low() < 1 ? range.low() : range.high();
      throw new IllegalArgumentException(
          "line "
              + box.line()
              + ": "
              + axis
              + seen
              + ", but "
              + axis
              + " has levels 1 to "
              + levels);
    }
    return range;
  }

  private void check(int[] painted) {
    StringJoiner holes = new StringJoiner(" ");
    StringJoiner overlaps = new StringJoiner(", ");
    int uncovered = 0;
    int contested = 0;
    for (int cell = grid.cells() - 1; cell >= 0; cell--) {
      if (painted[cell] == NOBODY) {
        uncovered++;
        holes.add(grid.code(cell));
      }
      if (claims.get(cell).size() > 1) {
        contested++;
        overlaps.add(grid.code(cell) + " (" + String.join(", ", claims.get(cell)) + ")");
      }
    }
    List<String> unreachable = new ArrayList<>();
    for (int name = 0; name < names.size(); name++) {
      int wanted = name;
      if (Arrays.stream(painted).noneMatch(painter -> painter == wanted)) {
        unreachable.add(names.get(name));
      }
    }
    String cells = " of " + grid.cells() + " cells ";
    StringJoiner faults = new StringJoiner("\n");
    if (uncovered > 0) {
      faults.add(uncovered + cells + "have no segment: " + holes);
    }
    if (contested > 0) {
      faults.add(contested + cells + "have more than one: " + overlaps);
    }
    if (!unreachable.isEmpty()) {
      faults.add("no cell is left for " + String.join(", ", unreachable));
    }
    if (faults.length() > 0) {
      throw new IllegalArgumentException(
          "a segment map must give each cell one name and each name a cell\n"
              + faults
              + "\nadd rules or 'otherwise <name>', and narrow those that overlap");
    }
  }
}
