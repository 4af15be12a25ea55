package io.github.churnseg.rfm;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NoSuchColumn;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** The scores R, F and M as columns. */
record RfmScoreColumns(RfmScores scores) implements CustomerFeatures {

  private static final List<String> NAMES = List.of("R", "F", "M");

  @Override
  public int size() {
    return scores.size();
  }

  @Override
  public String id(int row) {
    return scores.customers().id(row);
  }

  @Override
  public OptionalInt rowOf(String id) {
    return scores.customers().rowOf(id);
  }

  @Override
  public List<String> numericColumns() {
    return NAMES;
  }

  @Override
  public double[] numeric(String column) {
    int index = NAMES.indexOf(column);
    if (index < 0) {
      throw NoSuchColumn.numeric(column, NAMES);
    }
    return IntStream.range(0, size())
        .mapToObj(scores::score)
        .mapToDouble(score -> index == 0 ? score.r() : index == 1 ? score.f() : score.m())
        .toArray();
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return scores.customers().asOf();
  }

  @Override
  public Table toTable() {
    return scores.toTable();
  }
}
