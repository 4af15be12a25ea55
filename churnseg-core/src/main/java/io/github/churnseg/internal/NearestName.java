package io.github.churnseg.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearestName {

  private NearestName() {}

  /** The name closest to the one asked for, if any is close enough to be a slip of the pen. */
  public static Optional<String> of(String asked, Collection<String> names) {
    int best = 1 + asked.length() / 3;
    Optional<String> nearest = Optional.empty();
    for (String name : names) {
      int distance = distance(plain(asked), plain(name));
      if (distance < best || (distance == best && nearest.isEmpty())) {
        best = distance;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /** The question whether the closest name was meant, to go on in a sentence; else nothing. */
  public static String question(String asked, Collection<String> names) {
    return of(asked, names).map(near -> ", did you mean '" + near + "'?").orElse("");
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }

  /** Levenshtein's distance: insertions, deletions and replacements. */
  private static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
      }
      last = row;
    }
    return last[b.length()];
  }
}
