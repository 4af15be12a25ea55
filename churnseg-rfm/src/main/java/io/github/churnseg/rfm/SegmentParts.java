package io.github.churnseg.rfm;

import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes and reads segment maps and the texts of segments. */
final class SegmentParts {

  private static final int MOST_LEVELS = 10;

  private SegmentParts() {}

  static void write(Segment segment, ComponentWriter out) {
    out.text("name", segment.name());
    out.text("description", segment.description());
    out.text("action", segment.action());
  }

  static Segment segment(ComponentReader in) throws IOException {
    return new Segment(in.text("name"), in.text("description"), in.text("action"));
  }

  static void write(SegmentMap map, ComponentWriter out) {
    ScoreGrid grid = map.grid();
    out.text("axes", grid.axes().name());
    out.whole("r", grid.r());
    out.whole("f", grid.f());
    out.whole("m", grid.m());
    out.array("cells", map.cells());
    out.text("language", map.locale().toLanguageTag());
    out.parts("segments", map.segments(), SegmentParts::write);
    out.texts("own", map.names().stream().filter(map.own()::containsKey).toList());
  }

  static SegmentMap map(ComponentReader in) throws IOException {
    ScoreGrid grid =
        new ScoreGrid(
            in.choice("axes", MapAxes.class),
            in.whole("r", 1, MOST_LEVELS),
            in.whole("f", 1, MOST_LEVELS),
            in.whole("m", 1, MOST_LEVELS));
    int[] cells = in.ints("cells");
    List<Segment> segments = in.parts("segments", SegmentParts::segment);
    in.check(
        cells.length == grid.cells()
            && Arrays.stream(cells).allMatch(name -> name >= 0 && name < segments.size()),
        "each cell of the map must have a segment");
    List<String> names = segments.stream().map(Segment::name).toList();
    Map<String, Segment> own = new LinkedHashMap<>();
    for (String name : in.texts("own")) {
      in.check(names.contains(name), "own texts must be those of a segment");
      own.put(name, segments.get(names.indexOf(name)));
    }
    return new SegmentMap(
        grid, names, cells, Locale.forLanguageTag(in.text("language")), Map.copyOf(own), segments);
  }
}
