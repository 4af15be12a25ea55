package io.github.churnseg.rfm;

import io.github.churnseg.contract.SegmenterContract;
import io.github.churnseg.model.Segmenter;
import java.util.Arrays;
import java.util.List;

class AbcXyzContractTest extends SegmenterContract<DemandTable> {

  @Override
  protected Segmenter<DemandTable> segmenter() {
    return AbcXyz.withDefaults();
  }

  @Override
  protected DemandTable customers() {
    return Demand.withDefaults().extract(Logs.shop(400, 7));
  }

  @Override
  protected DemandTable pick(DemandTable customers, int... rows) {
    return DemandTable.of(
        Arrays.stream(rows).mapToObj(customers::id).toList(),
        Arrays.stream(rows).mapToDouble(customers::revenue).toArray(),
        Arrays.stream(rows).map(customers::orders).toArray(),
        Arrays.stream(rows).mapToDouble(customers::variation).toArray(),
        customers.measure());
  }

  @Override
  protected DemandTable withMissingValue() {
    return DemandTable.of(
        List.of("a"), new double[] {Double.NaN}, new int[1], new double[1], Variation.ORDER_TOTALS);
  }
}
