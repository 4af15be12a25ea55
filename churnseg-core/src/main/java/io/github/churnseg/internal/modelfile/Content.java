package io.github.churnseg.internal.modelfile;

import io.github.churnseg.internal.Shown;
import io.github.churnseg.model.ModelFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was in a file: the JSON, and the arrays that it names. */
final class Content {

  private final Map<String, Object> tree;
  private final Problems problems;
  private final Map<String, Object> arrays = new HashMap<>();

  Content(Map<String, Object> tree, Problems problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /** Adds the next array; arrays are numbered in order. */
  void add(Object array) {
    arrays.put(Arrays.prefix(arrays.size()) + ArrayKind.of(array).extension(), array);
  }

  Map<String, Object> tree() {
    return tree;
  }

  /** The Maven artifact that knows a type of component, as the file says. */
  Optional<String> artifact(String type) {
    return tree.get("artifacts") instanceof Map<?, ?> artifacts
            && artifacts.get(type) instanceof String artifact
        ? Optional.of(artifact)
        : Optional.empty();
  }

  /** An array, which is given out once. */
  Object take(String name) throws ModelFileException {
    Object array = arrays.remove(name);
    if (array == null) {
      throw problems.damaged(
          Shown.value(name), "there is no such array, or two places want the same one");
    }
    return array;
  }

  /** Refuses arrays that belong to nothing. */
  void end() throws ModelFileException {
    if (!arrays.isEmpty()) {
      throw problems.damaged("arrays", arrays.size() + " of them belong to nothing");
    }
  }
}
