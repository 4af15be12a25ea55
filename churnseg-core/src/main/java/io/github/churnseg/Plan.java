package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Segmenter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every plan consists of.
 *
 * @param segmenters by name, in the order of the plan
 */
record Plan<I, F extends CustomerFeatures>(
    FeatureExtractor<I, F> features, Map<String, Segmenter<? super F>> segmenters, LabelRule rule) {

  Plan {
    segmenters = Collections.unmodifiableMap(new LinkedHashMap<>(segmenters));
  }

  void checkName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a segmenter needs a name, seen a blank one");
    }
    if (segmenters.containsKey(name)) {
      throw new IllegalArgumentException(
          "two segmenters are called '" + name + "'; give the second another name");
    }
    if (Stages.OWN.contains(name)) {
      throw new IllegalArgumentException(
          "a segmenter is called '%s', and so is a stage of the fit; choose a name other than %s"
              .formatted(name, Stages.OWN));
    }
  }

  /** Refuses parts that are well by themselves but cannot stand together. */
  Plan<I, F> checked() {
    List<String> names = new ArrayList<>(segmenters.keySet());
    for (int second = 1; second < names.size(); second++) {
      for (int first = 0; first < second; first++) {
        if (segmenters.get(names.get(first)) == segmenters.get(names.get(second))) {
          throw new IllegalArgumentException(
              "segmenters '%s' and '%s' are the same plan, so each customer would get the same"
                      .formatted(names.get(first), names.get(second))
                  + " label twice; leave one out, or give it other settings");
        }
      }
    }
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(described(features));
    segmenters.forEach(
        (name, segmenter) ->
            text.append("; ").append(name).append(" by ").append(described(segmenter)));
    return text + (segmenters.size() > 1 ? "; combined by " + described(rule) : "");
  }

  /** What a part says of itself; the name of its class if it says nothing. */
  static String described(Object part) {
    String own = part.toString();
    String name = part.getClass().getSimpleName();
    boolean mute = own.startsWith(part.getClass().getName() + "@");
    return mute ? part.getClass().isSynthetic() ? "a lambda" : name : own;
  }
}
