package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/**
 * Tables that are in wide use and do not hold together. The numbers of holes and overlaps were
 * counted independently of this code.
 */
class PublishedMapsTest {

  private static AbstractThrowableAssert<?, ? extends Throwable> building(int levels, String map) {
    return assertThatThrownBy(() -> SegmentMap.of(levels, map))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a segment map must give each cell one name and each name a cell")
        .hasMessageEndingWith("add rules or 'otherwise <name>', and narrow those that overlap");
  }

  /** The ten boxes of R's rfm 0.2.2. */
  @Test
  void boxesWithHolesOverlapsAndNamesThatNobodyGets() {
    building(
            5,
            """
            Champions: R4-5 F4-5 M4-5
            Loyal: R2-5 F3-5 M3-5
            Potential Loyalist: R3-5 F1-3 M1-3
            New: R4-5 F1 M1
            Promising: R3-4 F1 M1
            Need Attention: R2-3 F2-3 M2-3
            About to Sleep: R2-3 F1-2 M1-2
            At Risk: R1-2 F2-5 M2-5
            Can't Lose: R1 F4-5 M4-5
            Lost: R1-2 F1-2 M1-2
            """)
        .hasMessageContaining("36 of 125 cells have no segment: 552 551")
        .hasMessageContaining("39 of 125 cells have more than one: 555 (Champions, Loyal)")
        .hasMessageContaining("no cell is left for New, Promising, Can't Lose\n");
  }

  /** The vignette of R's rfm 0.3.0. */
  @Test
  void aVignetteWithTenHoles() {
    building(
            5,
            """
            Champions: R5 F5 M5
            Potential Loyalist: R3-5 F3-5 M2-5
            Loyal: R2-4 F2-4 M2-4
            Promising: R3-4 F1-3 M3-5
            New: R4-5 F1-3 M1-5
            Can't Lose: R1-2 F3-4 M4-5
            At Risk: R1-2 F2-5 M4-5
            Need Attention: R1-3 F3-5 M3-5
            About To Sleep: R2-3 F1-3 M1-4
            Lost: R1 F1-5 M1-5
            """)
        .hasMessageContaining(
            "10 of 125 cells have no segment: 551 541 451 441 351 341 252 251 241 215\n")
        .hasMessageContaining("58 of 125 cells have more than one");
  }

  /** Python's rfm: complete, but the order of its rules decides. */
  @Test
  void rulesThatDependOnTheirOrder() {
    building(
            5,
            """
            Champions: R4-5 F4-5 M4-5
            Promising: R4-5 F1-2 M3-5
            Loyal Accounts: R3-5 F3-5 M3-5
            Potential Loyalist: R3-5 F2-3 M2-4
            New Active: R5 F1
            Low Spenders: R3-5 M1-2
            Need Attention: R2-3 F1-2 M4-5
            About to Sleep: R2-3 F1-2 M1-3
            At Risk: R1-2 M3-5
            Lost: R1-2 M1-2
            """)
        .hasMessageContaining("44 of 125 cells have more than one")
        .hasMessageNotContaining("no segment:");
  }

  /** The quartiles of pymc-marketing. */
  @Test
  void quartilesWithEighteenHoles() {
    building(
            4,
            """
            Premium: 334 443 444 344 434 433 343 333
            Repeat: 244 234 232 332 143 233 243
            Top Spender: 424 414 144 314 324 124 224 423 413 133 323 313 134
            At Risk: 422 223 212 122 222 132 322 312 412 123 214
            Inactive: 411 111 113 114 112 211 311
            """)
        .hasMessageContaining("18 of 64 cells have no segment: 442 441")
        .hasMessageNotContaining("more than one");
  }
}
