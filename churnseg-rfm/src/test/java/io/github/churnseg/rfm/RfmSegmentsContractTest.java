package io.github.churnseg.rfm;

import io.github.churnseg.contract.SegmenterContract;
import io.github.churnseg.model.Segmenter;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RfmSegmentsContractTest extends SegmenterContract<RfmTable> {

  @Override
  protected Segmenter<RfmTable> segmenter() {
    return RfmSegments.quintiles();
  }

  @Override
  protected RfmTable customers() {
    return Rfm.withDefaults().extract(Logs.shop(400, 7));
  }

  @Override
  protected RfmTable pick(RfmTable customers, int... rows) {
    return RfmTable.of(
        Arrays.stream(rows).mapToObj(customers::id).toList(),
        Arrays.stream(rows).map(customers::recency).toArray(),
        Arrays.stream(rows).map(customers::frequency).toArray(),
        Arrays.stream(rows).mapToDouble(customers::monetary).toArray(),
        customers.convention());
  }

  @Override
  protected RfmTable withMissingValue() {
    Table table =
        Table.create(
            StringColumn.create("customer", List.of("a", "b")),
            DoubleColumn.create("recency", 1, 2),
            DoubleColumn.create("frequency", 1, 2),
            DoubleColumn.create("monetary", 1, Double.NaN));
    return RfmTable.from(table, RfmConvention.undated());
  }
}
