package io.github.churnseg.rfm;

/** Scores customers by cut points that have been learnt; a cell stands for three scores. */
final class Scorer {

  private final Cuts recency;
  private final Cuts frequency;
  private final Cuts monetary;
  private final ScoreGrid grid;

  Scorer(Cuts recency, Cuts frequency, Cuts monetary) {
    this.recency = recency;
    this.frequency = frequency;
    this.monetary = monetary;
    this.grid =
        ScoreGrid.of(MapAxes.R_F_M, recency.levels(), frequency.levels(), monetary.levels());
  }

  ScoreGrid grid() {
    return grid;
  }

  Cuts cuts(Dimension dimension) {
    return switch (dimension) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
  }

  int cell(double days, double purchases, double money) {
    return grid.at(recency.score(days), frequency.score(purchases), monetary.score(money));
  }

  short[] cells(RfmTable rfm) {
    short[] cells = new short[rfm.size()];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = (short) cell(rfm.recency(row), rfm.frequency(row), rfm.monetary(row));
    }
    return cells;
  }

  /** The score that a cell has in one dimension. */
  int score(Dimension dimension, int cell) {
    return switch (dimension) {
      case RECENCY -> grid.rOf(cell);
      case FREQUENCY -> grid.fOf(cell);
      case MONETARY -> grid.mOf(cell);
    };
  }
}
