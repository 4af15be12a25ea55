package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockArraysTest {

  private static final int HEADER = 16;
  private static final int LINE = 64;
  private static final int ALIKE = 4096;

  @Test
  void arraysFillWholeLinesAndNeighboursDoNotLookLikeTheSamePlace() {
    int bytes = HEADER + Double.BYTES * BlockArrays.LENGTH;
    assertThat(bytes % LINE).isZero();
    assertThat(ALIKE % bytes).isNotZero();
  }

  @Test
  void aTileFitsWithRoomForOneMoreAndSoDoTheMiddlesOfAChunkOfTiles() {
    assertThat(BlockArrays.of(3)).hasDimensions(3, BlockArrays.LENGTH);
    assertThat(BlockArrays.LENGTH).isGreaterThan(Tiles.MOST_POINTS);
    assertThat(BlockArrays.LENGTH).isGreaterThanOrEqualTo(TilePartition.CHUNK);
  }
}
