package io.github.churnseg.data;

/** A source whose rows have all been read. */
interface LogSource {

  /** The evidence of a column for its decimal mark. */
  DecimalProof decimalProof(int column);

  /** The log of all rows. */
  Transactions finish();
}
