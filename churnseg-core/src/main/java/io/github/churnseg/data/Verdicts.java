package io.github.churnseg.data;

import io.github.churnseg.internal.IdDictionary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;

/** Asks a condition once for each distinct text. */
final class Verdicts {

  private final Predicate<String> condition;
  private final IdDictionary texts = new IdDictionary();
  private final BitSet holds = new BitSet();

  Verdicts(Predicate<String> condition) {
    this.condition = condition;
  }

  boolean holds(byte[] bytes, long slice, int hash) {
    int known = texts.size();
    int position = (int) slice;
    int length = (int) (slice >>> 32);
    int number = texts.add(bytes, position, length, hash);
    if (number == known) {
      byte[] text = Arrays.copyOfRange(bytes, position, position + length);
      holds.set(number, condition.test(new String(text, StandardCharsets.UTF_8)));
    }
    return holds.get(number);
  }
}
