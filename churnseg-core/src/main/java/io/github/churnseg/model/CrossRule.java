package io.github.churnseg.model;

import java.util.List;
import java.util.stream.Collectors;

/** Keeps everything apart. */
record CrossRule() implements LabelRule {

  @Override
  public SegmentLabel combine(List<SegmentLabel> labels) {
    return new SegmentLabel(
        labels.stream().map(SegmentLabel::name).collect(Collectors.joining("/")));
  }

  /** How the labels are joined. */
  @Override
  public String toString() {
    return "each pair of labels apart, such as Champions/2";
  }
}
