package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives text ids dense numbers, in the order they first occur. */
final class IdDictionary {

  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> numberOfId = new HashMap<>();

  /** The number of an id; a new one gets the next number. */
  int add(String id) {
    Integer known = numberOfId.putIfAbsent(id, ids.size());
    if (known == null) {
      ids.add(id);
      return ids.size() - 1;
    }
    return known;
  }

  /** The number of an id, or -1. */
  int find(String id) {
    return numberOfId.getOrDefault(id, -1);
  }

  String get(int number) {
    return ids.get(number);
  }

  int size() {
    return ids.size();
  }
}
