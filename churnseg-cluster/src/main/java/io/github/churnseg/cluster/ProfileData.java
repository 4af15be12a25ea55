package io.github.churnseg.cluster;

import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The values of each column in order, of all customers and of each group that has any. */
final class ProfileData {

  final List<SegmentLabel> labels = new ArrayList<>();
  final List<Integer> sizes = new ArrayList<>();
  final Map<String, ColumnValues> all = new LinkedHashMap<>();
  final List<Map<String, ColumnValues>> byGroup = new ArrayList<>();

  private ProfileData() {}

  static ProfileData of(Assignments assignments) {
    ProfileData data = new ProfileData();
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (String column : assignments.customers().numericColumns()) {
      double[] values = assignments.customers().numeric(column);
      columns.put(column, values);
      data.all.put(column, new ColumnValues(values.clone()));
    }
    for (int label = 0; label < assignments.labels().size(); label++) {
      int wanted = label;
      int[] rows =
          IntStream.range(0, assignments.size())
              .filter(row -> assignments.labelIndex(row) == wanted)
              .toArray();
      if (rows.length > 0) {
        data.labels.add(assignments.labels().get(label));
        data.sizes.add(rows.length);
        Map<String, ColumnValues> own = new LinkedHashMap<>();
        columns.forEach(
            (name, values) ->
                own.put(
                    name,
                    new ColumnValues(Arrays.stream(rows).mapToDouble(r -> values[r]).toArray())));
        data.byGroup.add(own);
      }
    }
    return data;
  }

  int groups() {
    return labels.size();
  }
}
