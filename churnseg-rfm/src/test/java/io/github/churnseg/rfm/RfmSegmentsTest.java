package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RfmSegmentsTest {

  @Test
  void fiveLevelsAreNamedByRecencyAndFrequency() {
    RfmTable rfm = Rfm.withDefaults().extract(Logs.shop(500, 1));
    RfmSegmentModel model = RfmSegments.quintiles().fit(rfm);
    assertThat(model.map().names()).isEqualTo(SegmentMap.recencyFrequency().names());
    assertThat(model.assign(rfm).size()).isEqualTo(500);
  }
}
