package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextWrap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which scores make which segment. A map is data: it is written as rules, and building it checks
 * that each combination of scores has exactly one name and each name at least one combination.
 *
 * <pre>{@code
 * SegmentMap map = SegmentMap.of(3, """
 *     Stars:  R3 F2-3
 *     New:    R3 F1
 *     otherwise Others
 *     """).describe("Stars", "Buy often and lately.", "Thank them.");
 * RfmSegments plan = RfmSegments.quantiles(3).map(map);
 * }</pre>
 *
 * <p>The names are stable keys, the same in every language; {@link #in(Locale)} chooses the
 * language of the descriptions and actions. Immutable and safe to share between threads.
 */
public final class SegmentMap {

  private final ScoreGrid grid;
  private final List<String> names;
  private final int[] nameOfCell;
  private final Locale locale;
  private final Map<String, Segment> own;
  private final List<Segment> segments;

  SegmentMap(ScoreGrid grid, List<String> names, int[] nameOfCell) {
    this(grid, names, nameOfCell, Locale.ENGLISH, Map.of());
  }

  private SegmentMap(
      ScoreGrid grid,
      List<String> names,
      int[] nameOfCell,
      Locale locale,
      Map<String, Segment> own) {
    this(grid, names, nameOfCell, locale, own, texts(names, locale, own));
  }

  /** As it was when it was saved, with the texts of that time. */
  SegmentMap(
      ScoreGrid grid,
      List<String> names,
      int[] nameOfCell,
      Locale locale,
      Map<String, Segment> own,
      List<Segment> segments) {
    this.grid = grid;
    this.names = names;
    this.nameOfCell = nameOfCell;
    this.locale = locale;
    this.own = own;
    this.segments = segments;
  }

  private static List<Segment> texts(List<String> names, Locale locale, Map<String, Segment> own) {
    SegmentTexts texts = SegmentTexts.in(locale);
    return names.stream()
        .map(name -> own.containsKey(name) ? own.get(name) : texts.of(name))
        .toList();
  }

  /**
   * Ten names by R and F, five levels each; M is not used. The most widely copied map.
   *
   * @return the map
   */
  public static SegmentMap recencyFrequency() {
    return of(5, BuiltInMaps.RECENCY_FREQUENCY);
  }

  /**
   * Eleven names by R and FM, five levels each. FM is the mean of F and M, a half rounded up.
   *
   * @return the map
   */
  public static SegmentMap recencyValue() {
    return of(5, BuiltInMaps.RECENCY_VALUE);
  }

  /**
   * Eleven names for the 125 combinations of R, F and M, five levels each.
   *
   * @return the map
   */
  public static SegmentMap codeList() {
    return of(5, BuiltInMaps.CODE_LIST);
  }

  /**
   * Six names for the 27 combinations of R, F and M, three levels each, as Klaviyo groups them.
   * Klaviyo itself scores R by fixed bounds: {@code thresholds(Dimension.RECENCY, 180, 365)}.
   *
   * @return the map
   */
  public static SegmentMap threeLevels() {
    return of(3, BuiltInMaps.THREE_LEVELS);
  }

  /**
   * No names: each combination of R, F and M is a segment of its own, called by its code.
   *
   * @param r levels of R
   * @param f levels of F
   * @param m levels of M
   * @return the map; its codes have hyphens where there is a level 10
   */
  public static SegmentMap codes(int r, int f, int m) {
    ScoreGrid grid = ScoreGrid.of(MapAxes.R_F_M, r, f, m);
    int last = grid.cells() - 1;
    return new SegmentMap(
        grid,
        IntStream.rangeClosed(0, last).mapToObj(i -> grid.code(last - i)).toList(),
        IntStream.rangeClosed(0, last).map(cell -> last - cell).toArray());
  }

  /**
   * Reads a map with the same number of levels in each dimension.
   *
   * @param levels levels of R, F and M
   * @param rules as described at {@link #of(int, int, int, String)}
   * @return the map
   * @throws IllegalArgumentException if a rule cannot be read or the map has holes, overlaps or
   *     names without a cell; the message lists them all
   */
  public static SegmentMap of(int levels, String rules) {
    return of(levels, levels, levels, rules);
  }

  /**
   * Reads a map.
   *
   * <p>Each line is {@code name: boxes}. A box is a range of levels for one score or more ({@code
   * R5 F4-5}; a score that is not named may have any level), or a code ({@code 555}, {@code 54}).
   * Boxes are separated by {@code ;} or {@code ,}, codes also by blanks. {@code FM} stands for the
   * mean of F and M, a half rounded up. An indented line without a colon goes on with the line
   * before it, {@code otherwise name} takes the cells that are left, and what follows {@code #} is
   * a comment. If no rule looks at M, the map does not.
   *
   * @param r levels of R, the greatest being the best
   * @param f levels of F
   * @param m levels of M
   * @param rules the lines, the best segment first
   * @return the map
   * @throws IllegalArgumentException if a rule cannot be read or the map has holes, overlaps or
   *     names without a cell; the message lists them all
   */
  public static SegmentMap of(int r, int f, int m, String rules) {
    SegmentRules parsed = SegmentRules.parse(rules);
    ScoreGrid grid = ScoreGrid.of(parsed.axes(), r, f, m);
    MapPainter painter = new MapPainter(grid, parsed);
    return new SegmentMap(grid, painter.names(), painter.paint());
  }

  /**
   * The same map with the shipped texts in another language; own texts stay as they are.
   *
   * @param language English or Russian
   * @return a new map
   * @throws IllegalArgumentException if no texts ship in this language
   */
  public SegmentMap in(Locale language) {
    return new SegmentMap(grid, names, nameOfCell, language, own);
  }

  /**
   * The same map with own words for a segment.
   *
   * @param name one of {@link #names()}
   * @param description who these customers are
   * @param action what to do about them
   * @return a new map
   * @throws IllegalArgumentException if there is no such segment; the message lists those there are
   */
  public SegmentMap describe(String name, String description, String action) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("no segment '" + name + "'; this map has " + names);
    }
    Map<String, Segment> more = new LinkedHashMap<>(own);
    more.put(name, new Segment(name, description, action));
    return new SegmentMap(grid, names, nameOfCell, locale, Map.copyOf(more));
  }

  /**
   * The names, in the order of the rules, for the built-in maps the best first.
   *
   * @return names, none twice
   */
  public List<String> names() {
    return names;
  }

  /**
   * The segments with their texts, in the order of {@link #names()}.
   *
   * @return the segments
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * The segment of three scores.
   *
   * @param r score of recency, 1 to the map's levels, the greatest being the best
   * @param f score of frequency
   * @param m score of money
   * @return the segment
   */
  public Segment segment(int r, int f, int m) {
    return segments.get(index(r, f, m));
  }

  /** The index in {@link #segments()} of three scores. */
  int index(int r, int f, int m) {
    return nameOfCell[grid.cell(r, f, m)];
  }

  ScoreGrid grid() {
    return grid;
  }

  /** The name of each cell; not to be changed. */
  int[] cells() {
    return nameOfCell;
  }

  Locale locale() {
    return locale;
  }

  Map<String, Segment> own() {
    return own;
  }

  /** Whether the other gives the same segments, with the same texts. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentMap map
        && grid.equals(map.grid)
        && Arrays.equals(nameOfCell, map.nameOfCell)
        && locale.equals(map.locale)
        && segments.equals(map.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  /**
   * A table with the columns {@code segment}, {@code cells} (the codes, separated by blanks),
   * {@code description} and {@code action}.
   *
   * @return a new table, a row a segment
   */
  public Table toTable() {
    Table table =
        Table.create(
            "segment map",
            StringColumn.create("segment"),
            StringColumn.create("cells"),
            StringColumn.create("description"),
            StringColumn.create("action"));
    for (int segment = 0; segment < names.size(); segment++) {
      table.stringColumn(0).append(names.get(segment));
      table.stringColumn(1).append(codes(segment));
      table.stringColumn(2).append(segments.get(segment).description());
      table.stringColumn(3).append(segments.get(segment).action());
    }
    return table;
  }

  /** The map as rules that {@link #of(int, int, int, String)} reads. */
  @Override
  public String toString() {
    return "# "
        + grid.levels()
        + "\n"
        + IntStream.range(0, names.size())
            .mapToObj(i -> TextWrap.wrap(names.get(i) + ": " + boxes(i), 4))
            .collect(Collectors.joining());
  }

  /** Codes, or boxes where a code could be mistaken for one of R and F. */
  private String boxes(int segment) {
    return grid.axes() == MapAxes.R_FM
        ? cells(segment)
            .mapToObj(cell -> "R" + grid.rOf(cell) + " FM" + grid.fOf(cell))
            .collect(Collectors.joining("; "))
        : codes(segment);
  }

  private String codes(int segment) {
    return cells(segment).mapToObj(grid::code).collect(Collectors.joining(" "));
  }

  private IntStream cells(int segment) {
    int last = grid.cells() - 1;
    return IntStream.rangeClosed(0, last)
        .map(i -> last - i)
        .filter(cell -> nameOfCell[cell] == segment);
  }
}
