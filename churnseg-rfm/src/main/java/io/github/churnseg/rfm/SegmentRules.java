package io.github.churnseg.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a segment map as they were written: which name claims which boxes of scores. The
 * syntax is described at {@link SegmentMap#of(int, int, int, String)}.
 *
 * @param boxes the claims in the order they were written
 * @param otherwise the name that takes all unclaimed cells
 * @param axes which scores the rules look at
 */
record SegmentRules(List<Box> boxes, Optional<String> otherwise, MapAxes axes) {

  private static final Pattern RANGE =
      Pattern.compile("(FM|R|F|M)(\\d{1,2})(?:-(\\d{1,2}))?", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile("(\\d)(\\d)(\\d)?|(\\d{1,2})-(\\d{1,2})(?:-(\\d{1,2}))?");
  private static final Pattern OTHERWISE =
      Pattern.compile("otherwise\\s*:?\\s*(.*)", Pattern.CASE_INSENSITIVE);

  /** Levels from low to high, both included. */
  record Range(int low, int high) {}

  /**
   * What one name claims; a score that is not named may have any level. The second digit of a
   * two-digit code is in {@code f}, whether the map looks at F or at FM.
   */
  record Box(
      int line,
      String name,
      boolean code,
      @Nullable Range r,
      @Nullable Range f,
      @Nullable Range m,
      @Nullable Range fm) {}

  static SegmentRules parse(String text) {
    List<Box> boxes = new ArrayList<>();
    Optional<String> otherwise = Optional.empty();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String rule = line.replaceFirst("#.*", "").strip();
      Matcher rest = OTHERWISE.matcher(rule);
      if (rest.matches()) {
        if (otherwise.isPresent() || rest.group(1).isBlank()) {
          throw error(number, rule, "one 'otherwise' with one name");
        }
        otherwise = Optional.of(rest.group(1).strip());
      } else if (line.startsWith(" ") && rule.indexOf(':') < 0 && !boxes.isEmpty()) {
        boxes.addAll(boxes(number, boxes.get(boxes.size() - 1).name(), rule));
      } else if (!rule.isEmpty()) {
        boxes.addAll(rule(number, rule));
      }
    }
    return new SegmentRules(List.copyOf(boxes), otherwise, axes(boxes));
  }

  private static List<Box> rule(int line, String rule) {
    int colon = rule.indexOf(':');
    if (colon < 1 || rule.substring(colon + 1).isBlank()) {
      throw error(line, rule, "a line such as 'Champions: R5 F4-5' or 'Champions: 555 554'");
    }
    return boxes(line, rule.substring(0, colon).strip(), rule.substring(colon + 1));
  }

  private static List<Box> boxes(int line, String name, String text) {
    List<Box> boxes = new ArrayList<>();
    for (String part : text.split("[;,]", -1)) {
      BoxBuilder box = new BoxBuilder(line, name);
      for (String token : part.strip().split("\\s+", -1)) {
        Matcher code = CODE.matcher(token);
        if (code.matches()) {
          boxes.add(ofCode(line, name, code));
        } else if (!token.isEmpty()) {
          box.add(token);
        }
      }
      box.build().ifPresent(boxes::add);
    }
    return boxes;
  }

  private static Box ofCode(int line, String name, Matcher code) {
    int first = code.group(1) != null ? 1 : 4;
    String third = code.group(first + 2);
    return new Box(
        line,
        name,
        true,
        level(code.group(first)),
        level(code.group(first + 1)),
        third == null ? null : level(third),
        null);
  }

  private static Range level(String digits) {
    int level = Integer.parseInt(digits);
    return new Range(level, level);
  }

  private static MapAxes axes(List<Box> boxes) {
    if (boxes.stream().anyMatch(box -> box.fm() != null)) {
      return MapAxes.R_FM;
    }
    return boxes.stream().anyMatch(box -> box.m() != null) ? MapAxes.R_F_M : MapAxes.R_F;
  }

  static IllegalArgumentException error(int line, String seen, String wanted) {
    return new IllegalArgumentException(
        "line " + line + ": '" + seen + "' is no rule; write " + wanted);
  }

  /** Gathers the ranges of one box. */
  private static final class BoxBuilder {

    private final int line;
    private final String name;
    private final @Nullable Range[] ranges = new @Nullable Range[4];

    BoxBuilder(int line, String name) {
      this.line = line;
      this.name = name;
    }

    void add(String token) {
      Matcher range = RANGE.matcher(token);
      if (!range.matches()) {
        throw error(line, token, "a range such as R5, F4-5, M1-2 or FM3, or a code such as 543");
      }
      int axis = List.of("R", "F", "M", "FM").indexOf(range.group(1).toUpperCase(Locale.ROOT));
      if (ranges[axis] != null) {
        throw error(line, token, "each score once in a box; separate boxes by ';'");
      }
      int low = Integer.parseInt(range.group(2));
      int high = range.group(3) == null ? low : Integer.parseInt(range.group(3));
      if (high < low) {
        throw error(line, token, "the lower level first");
      }
      ranges[axis] = new Range(low, high);
    }

    Optional<Box> build() {
      return ranges[0] == null && ranges[1] == null && ranges[2] == null && ranges[3] == null
          ? Optional.empty()
          : Optional.of(new Box(line, name, false, ranges[0], ranges[1], ranges[2], ranges[3]));
    }
  }
}
