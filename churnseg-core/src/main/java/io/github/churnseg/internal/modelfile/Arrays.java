package io.github.churnseg.internal.modelfile;

import java.util.ArrayList;
import java.util.List;

/** The arrays of a file that is being written, in order. */
final class Arrays {

  private final List<Object> arrays = new ArrayList<>();

  /** Keeps an array, and gives the name of its entry. */
  String add(Object array) {
    arrays.add(array);
    return name(arrays.size() - 1);
  }

  int count() {
    return arrays.size();
  }

  Object array(int index) {
    return arrays.get(index);
  }

  /** Such as {@code arrays/0.f64}. */
  String name(int index) {
    return prefix(index) + ArrayKind.of(arrays.get(index)).extension();
  }

  static String prefix(int index) {
    return "arrays/" + index + ".";
  }
}
