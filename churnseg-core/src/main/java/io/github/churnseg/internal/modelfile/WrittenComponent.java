package io.github.churnseg.internal.modelfile;

import io.github.churnseg.model.Model;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.spi.ComponentWriter;
import io.github.churnseg.spi.ModelCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Gathers the values of a component as they will stand in the JSON. */
final class WrittenComponent implements ComponentWriter {

  private final Codecs codecs;
  private final Arrays arrays;
  private final Map<String, Object> artifacts;
  private final Map<String, Object> values = new LinkedHashMap<>();

  WrittenComponent(Codecs codecs, Arrays arrays) {
    this(codecs, arrays, new TreeMap<>());
  }

  private WrittenComponent(Codecs codecs, Arrays arrays, Map<String, Object> artifacts) {
    this.codecs = codecs;
    this.arrays = arrays;
    this.artifacts = artifacts;
  }

  Map<String, Object> values() {
    return values;
  }

  /** The artifact of each type of component so far. */
  Map<String, Object> artifacts() {
    return artifacts;
  }

  private void put(String name, Object value) {
    if (values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("two values are called '" + name + "'; rename one");
    }
  }

  @Override
  public void text(String name, String value) {
    put(name, value);
  }

  @Override
  public void texts(String name, List<String> texts) {
    put(name, List.copyOf(texts));
  }

  @Override
  public void whole(String name, long value) {
    put(name, value);
  }

  @Override
  public void decimal(String name, double value) {
    // JSON has no such numbers
    put(name, Double.isFinite(value) ? (Object) value : Double.toString(value));
  }

  @Override
  public void flag(String name, boolean value) {
    put(name, value);
  }

  @Override
  public void array(String name, double[] numbers) {
    anyArray(name, numbers);
  }

  @Override
  public void array(String name, float[] numbers) {
    anyArray(name, numbers);
  }

  @Override
  public void array(String name, int[] numbers) {
    anyArray(name, numbers);
  }

  @Override
  public void array(String name, long[] numbers) {
    anyArray(name, numbers);
  }

  @Override
  public void array(String name, byte[] numbers) {
    anyArray(name, numbers);
  }

  private void anyArray(String name, Object array) {
    put(name, Map.of("array", arrays.add(array)));
  }

  @Override
  public void rows(String name, double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[] all = new double[Math.multiplyExact(rows.length, width)];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != width) {
        throw new IllegalArgumentException(
            "row %d of '%s' has %d numbers and the first has %d; give rows of equal length"
                .formatted(row, name, rows[row].length, width));
      }
      System.arraycopy(rows[row], 0, all, row * width, width);
    }
    anyArray(name, all);
  }

  @Override
  public void part(String name, Consumer<ComponentWriter> part) {
    WrittenComponent own = new WrittenComponent(codecs, arrays, artifacts);
    part.accept(own);
    put(name, own.values);
  }

  @Override
  public <T> void parts(String name, List<T> items, BiConsumer<T, ComponentWriter> part) {
    List<Object> all = new ArrayList<>();
    for (T item : items) {
      WrittenComponent own = new WrittenComponent(codecs, arrays, artifacts);
      part.accept(item, own);
      all.add(own.values);
    }
    put(name, all);
  }

  @Override
  public void component(String name, Object component) {
    put(name, written(component));
  }

  @Override
  public void components(String name, List<?> components) {
    put(name, components.stream().map(this::written).toList());
  }

  private <T> Map<String, Object> written(T component) {
    ModelCodec<T> codec = codecs.of(component);
    artifacts.put(codec.type(), codec.artifact());
    WrittenComponent own = new WrittenComponent(codecs, arrays, artifacts);
    own.text("type", codec.type());
    if (component instanceof Model model) {
      own.part("provenance", part -> write(model.provenance(), part));
    }
    own.part("values", part -> codec.write(component, part));
    return own.values;
  }

  private static void write(Provenance provenance, ComponentWriter out) {
    out.text("library", provenance.library());
    out.text("settings", provenance.settings());
    provenance.seed().ifPresent(seed -> out.whole("seed", seed));
    out.whole("rows", provenance.rows());
    provenance.asOf().ifPresent(moment -> out.text("as-of", moment.toString()));
    out.text("data", provenance.dataHash());
  }
}
