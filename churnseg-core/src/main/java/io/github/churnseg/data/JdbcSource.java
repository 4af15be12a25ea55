package io.github.churnseg.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a log from the rows of a query, as they come. */
final class JdbcSource {

  /** Rows the driver is asked to bring at a time; many bring all at once otherwise. */
  private static final int FETCH = 10_000;

  private JdbcSource() {}

  static Transactions read(Connection connection, String sql, TransactionColumns columns)
      throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery(sql)) {
        return read(rows, columns);
      }
    }
  }

  private static Transactions read(ResultSet rows, TransactionColumns columns) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      labels.add(meta.getColumnLabel(i));
    }
    RowFeed feed = new RowFeed(columns, "query", SourceColumns.uses(columns, "query", labels));
    for (long row = 1; rows.next(); row++) {
      feed.begin(row);
      for (int i = 1; i <= labels.size(); i++) {
        feed.value(i - 1, value(rows, i, meta.getColumnType(i)));
      }
      feed.end();
    }
    return feed.finish();
  }

  /** Times as their local or exact form: a java.sql.Timestamp loses hours that a zone skips. */
  private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
    Class<?> wanted =
        switch (type) {
          case Types.TIMESTAMP -> LocalDateTime.class;
          case Types.DATE -> LocalDate.class;
          case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.class;
          case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR -> String.class;
          default -> Object.class;
        };
    if (wanted == String.class) {
      return rows.getString(column);
    }
    if (wanted == Object.class) {
      return rows.getObject(column);
    }
    try {
      return rows.getObject(column, wanted);
    } catch (SQLException e) {
      // Older drivers know only java.sql's own types, and some dates are text to them.
      return rows.getObject(column);
    }
  }
}
