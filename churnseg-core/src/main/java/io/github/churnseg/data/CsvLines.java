package io.github.churnseg.data;

/** Receives the rows of a CSV file as a row reader wants them. */
abstract class CsvLines extends CsvRows {

  private final RowPolicy policy;
  private boolean open;

  CsvLines(CsvFile file, boolean headerIsDue, RowPolicy policy) {
    super(file.place, file.header, headerIsDue);
    this.policy = policy;
  }

  abstract void begin(long line);

  abstract void text(int column, char[] buffer, int from, int length);

  abstract void end();

  /** The row has the wrong number of fields; only called where such rows are skipped. */
  abstract void endRagged();

  @Override
  final void field(int column, char[] buffer, int from, int length, boolean quoted) {
    if (!open) {
      begin(line());
      open = true;
    }
    text(column, buffer, from, length);
  }

  @Override
  final void endRow() {
    open = false;
    end();
  }

  @Override
  final void ragged(int count) {
    if (policy == RowPolicy.STRICT) {
      throw raggedRow(count);
    }
    open = false;
    endRagged();
  }
}
