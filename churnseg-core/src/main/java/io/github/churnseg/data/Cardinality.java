package io.github.churnseg.data;

/** How many rows of either side of a join may hold the same key. */
enum Cardinality {
  ONE_TO_ONE("one-to-one", true, true),
  MANY_TO_ONE("many-to-one", false, true),
  ONE_TO_MANY("one-to-many", true, false);

  private final String title;
  private final boolean leftUnique;
  private final boolean rightUnique;

  Cardinality(String title, boolean leftUnique, boolean rightUnique) {
    this.title = title;
    this.leftUnique = leftUnique;
    this.rightUnique = rightUnique;
  }

  boolean leftUnique() {
    return leftUnique;
  }

  boolean rightUnique() {
    return rightUnique;
  }

  @Override
  public String toString() {
    return title;
  }
}
