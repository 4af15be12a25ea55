package io.github.churnseg.rfm;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Cohorts as Tablesaw tables. */
final class CohortTables {

  private CohortTables() {}

  /** A row for each group, cohort and month. */
  static Table table(CohortTable whole) {
    StringColumn group = StringColumn.create(whole.attribute().orElse("group"));
    Table table = cells();
    if (whole.attribute().isEmpty()) {
      append(whole, "", group, table);
      return table;
    }
    whole.groups().forEach(value -> append(whole.group(value), value, group, table));
    return table.insertColumn(0, group);
  }

  private static Table cells() {
    return Table.create(
        "cohorts",
        StringColumn.create("cohort"),
        StringColumn.create("month"),
        IntColumn.create("months_since"),
        IntColumn.create("customers"),
        DoubleColumn.create("retention"),
        StringColumn.create("observed"));
  }

  private static void append(CohortTable cohorts, String value, StringColumn group, Table table) {
    for (YearMonth cohort : cohorts.cohorts()) {
      for (int since = 0; since < cohorts.cohorts().size(); since++) {
        group.append(value);
        table.stringColumn("cohort").append(cohort.toString());
        table.stringColumn("month").append(cohort.plusMonths(since).toString());
        table.intColumn("months_since").append(since);
        var customers = cohorts.customers(cohort, since);
        if (customers.isPresent()) {
          table.intColumn("customers").append(customers.getAsInt());
        } else {
          table.intColumn("customers").appendMissing();
        }
        append(table.doubleColumn("retention"), cohorts.retention(cohort, since));
        table.stringColumn("observed").append(cohorts.observation(cohort, since).name());
      }
    }
  }

  private static void append(DoubleColumn column, OptionalDouble value) {
    if (value.isPresent()) {
      column.append(value.getAsDouble());
    } else {
      column.appendMissing();
    }
  }

  /** A row a cohort, a column a month. */
  static Table retention(CohortTable cohorts) {
    StringColumn cohort = StringColumn.create("cohort");
    IntColumn customers = IntColumn.create("customers");
    List<DoubleColumn> months = new ArrayList<>();
    for (int since = 0; since < cohorts.cohorts().size(); since++) {
      months.add(DoubleColumn.create("month_" + since));
    }
    for (YearMonth row : cohorts.cohorts()) {
      cohort.append(row.toString());
      customers.append(cohorts.size(row));
      for (int since = 0; since < months.size(); since++) {
        append(months.get(since), cohorts.retention(row, since));
      }
    }
    Table table = Table.create("retention", cohort, customers);
    months.forEach(table::addColumns);
    return table;
  }
}
