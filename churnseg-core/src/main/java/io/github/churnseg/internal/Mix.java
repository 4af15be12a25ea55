package io.github.churnseg.internal;

/** Hashes that are the same on every machine and in every release. */
public final class Mix {

  private Mix() {}

  /** A text's hash. */
  public static long text(String text) {
    long hash = text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = mix(hash + text.charAt(at));
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195). */
  public static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
