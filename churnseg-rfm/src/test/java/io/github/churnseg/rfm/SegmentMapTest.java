package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentMapTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  static List<SegmentMap> builtIn() {
    return List.of(
        SegmentMap.recencyFrequency(),
        SegmentMap.recencyValue(),
        SegmentMap.codeList(),
        SegmentMap.threeLevels());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, Hibernating", "2, 2, Hibernating", "1, 3, At Risk", "2, 4, At Risk",
    "2, 5, Can't Lose", "3, 2, About To Sleep", "3, 3, Need Attention", "3, 4, Loyal",
    "4, 5, Loyal", "4, 1, Promising", "5, 1, New", "4, 3, Potential Loyalists",
    "5, 2, Potential Loyalists", "5, 4, Champions", "5, 5, Champions"
  })
  void tenNamesByRecencyAndFrequency(int r, int f, String name) {
    for (int m = 1; m <= 5; m++) {
      assertThat(SegmentMap.recencyFrequency().segment(r, f, m).name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5, 4, Champions", "4, 5, 4, Champions", "4, 4, 3, Loyal", "4, 3, 3, Potential Loyalists",
    "5, 1, 1, Recent", "1, 1, 2, Hibernating", "1, 1, 1, Lost", "1, 4, 5, Can't Lose",
    "1, 3, 4, Can't Lose", "2, 3, 2, Need Attention", "2, 3, 4, At Risk", "3, 4, 5, Loyal"
  })
  void elevenNamesByRecencyAndTheMeanOfFrequencyAndMoneyRoundedUp(
      int r, int f, int m, String name) {
    assertThat(SegmentMap.recencyValue().segment(r, f, m).name()).isEqualTo(name);
  }

  /** Sizes of the published list: 7, 8, 24, 7, 16, 8, 5, 22, 8, 14 and the 6 that it leaves out. */
  @Test
  void elevenNamesForAHundredAndTwentyFiveCodes() {
    assertThat(cells(SegmentMap.codeList(), 5).values())
        .containsExactlyInAnyOrder(7, 8, 24, 7, 16, 8, 5, 22, 8, 14, 6);
    assertThat(SegmentMap.codeList().segment(1, 5, 1).name()).isEqualTo("Lost");
    assertThat(SegmentMap.codeList().segment(5, 5, 5).name()).isEqualTo("Champions");
    assertThat(SegmentMap.codeList().segment(3, 1, 1).name()).isEqualTo("New");
  }

  @Test
  void sixNamesForTwentySevenCodes() {
    assertThat(cells(SegmentMap.threeLevels(), 3))
        .containsEntry("Champions", 3)
        .containsEntry("Loyal", 5)
        .containsEntry("Recent", 5)
        .containsEntry("Need Attention", 5)
        .containsEntry("At Risk", 5)
        .containsEntry("Inactive", 4);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void eachSegmentThatShipsHasTextsInBothLanguages(SegmentMap map) {
    assertThat(map.segments())
        .allMatch(segment -> !segment.description().isBlank() && !segment.action().isBlank());
    assertThat(map.in(RUSSIAN).names()).isEqualTo(map.names());
    assertThat(map.in(RUSSIAN).segments())
        .allMatch(segment -> segment.description().matches(".*[а-я].*"))
        .allMatch(segment -> segment.action().matches(".*[а-я].*"));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void isReadBackFromWhatItPrints(SegmentMap map) {
    int levels = map.names().size() == 6 ? 3 : 5;
    SegmentMap back = SegmentMap.of(levels, map.toString());
    assertThat(cells(back, levels)).isEqualTo(cells(map, levels));
    assertThat(back.toString()).isEqualTo(map.toString());
  }

  @Test
  void codesAreNamesOfTheirOwnTheBestFirst() {
    SegmentMap map = SegmentMap.codes(2, 10, 3);
    assertThat(map.names()).hasSize(60).startsWith("2-10-3", "2-10-2").endsWith("1-1-1");
    assertThat(map.segment(1, 9, 2).name()).isEqualTo("1-9-2");
    assertThat(SegmentMap.codes(2, 2, 2).names()).startsWith("222").endsWith("111");
    assertThat(SegmentMap.of(2, 10, 3, map.toString()).names()).isEqualTo(map.names());
  }

  @Test
  void ownWordsStayInAnyLanguage() {
    SegmentMap map =
        SegmentMap.recencyFrequency().describe("New", "Just came.", "Say hello.").in(RUSSIAN);
    assertThat(map.segment(5, 1, 1)).isEqualTo(new Segment("New", "Just came.", "Say hello."));
    assertThat(map.segment(5, 5, 1).description()).startsWith("Чемпионы");
    assertThatThrownBy(() -> map.describe("VIP", "", ""))
        .hasMessageContaining("no segment 'VIP'; this map has [Champions, Loyal");
  }

  @Test
  void otherLanguagesAreRefused() {
    assertThatThrownBy(() -> SegmentMap.threeLevels().in(Locale.FRENCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no segment texts in 'fr'; there are [en, ru], and describe(name, description, action) "
                + "takes your own");
  }

  @Test
  void rulesMayHaveCommentsSeveralBoxesAndARest() {
    SegmentMap map =
        SegmentMap.of(
            3,
            """
            # ours
            Stars: R3 F3; r2 f3   # whoever buys often
            Stars: 32
            otherwise Others
            """);
    assertThat(cells(map, 3)).isEqualTo(Map.of("Stars", 9, "Others", 18));
    assertThat(map.segments().get(0)).isEqualTo(new Segment("Stars", "", ""));
    assertThat(map.toTable().columnNames())
        .containsExactly("segment", "cells", "description", "action");
    assertThat(map.toTable().getString(0, "cells")).isEqualTo("33 32 23");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Champions R5|line 1: 'Champions R5' is no rule; write a line such as",
        "Champions:|line 1: 'Champions:' is no rule",
        "A: X5|line 1: 'X5' is no rule; write a range such as R5, F4-5, M1-2 or FM3, or a code",
        "A: R5 F1 R4|line 1: 'R4' is no rule; write each score once in a box; separate boxes by ';'",
        "A: R4-2|line 1: 'R4-2' is no rule; write the lower level first",
        "A: R6|line 1: R6, but R has levels 1 to 5",
        "A: F0-2|line 1: F0, but F has levels 1 to 5",
        "A: 560|line 1: F6, but F has levels 1 to 5",
        "A: 55; R1 M1|line 1: a code has three digits where other rules look at M",
        "A: FM1; R2 F1|line 1: FM is the mean of F and M; use FM, or F and M, in all rules",
        "otherwise|line 1: 'otherwise' is no rule; write one 'otherwise' with one name",
      })
  void saysWhichRuleCannotBeRead(String rules, String message) {
    assertThatThrownBy(() -> SegmentMap.of(5, rules))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theMeanOfFrequencyAndMoneyNeedsEqualLevels() {
    assertThatThrownBy(() -> SegmentMap.of(5, 5, 4, "A: FM1-5"))
        .hasMessage("FM is the mean of F and M and needs as many levels of both, seen 5 and 4");
  }

  @Test
  void aRestWithoutCellsIsRefused() {
    assertThatThrownBy(() -> SegmentMap.of(2, "A: R1-2\notherwise B"))
        .hasMessageContaining("no cell is left for B");
  }

  private static Map<String, Integer> cells(SegmentMap map, int levels) {
    Map<String, Integer> cells = new HashMap<>();
    for (int r = 1; r <= levels; r++) {
      for (int f = 1; f <= levels; f++) {
        for (int m = 1; m <= levels; m++) {
          cells.merge(map.segment(r, f, m).name(), 1, Integer::sum);
        }
      }
    }
    return cells;
  }
}
