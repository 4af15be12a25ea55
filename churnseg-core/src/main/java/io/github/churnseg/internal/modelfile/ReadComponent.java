package io.github.churnseg.internal.modelfile;

import io.github.churnseg.internal.Shown;
import io.github.churnseg.model.ModelFileException;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ModelCodec;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Gives out the values of a component, each once, and says where one is not what it should be. */
final class ReadComponent implements ComponentReader {

  private static final List<String> NO_JSON = List.of("NaN", "Infinity", "-Infinity");

  private final Map<String, Object> values;
  private final String place;
  private final Problems problems;
  private final Codecs codecs;
  private final Content file;
  private final Optional<Provenance> provenance;

  ReadComponent(
      Map<String, Object> values, String place, Problems problems, Codecs codecs, Content file) {
    this(values, place, problems, codecs, file, Optional.empty());
  }

  private ReadComponent(
      Map<String, Object> values,
      String place,
      Problems problems,
      Codecs codecs,
      Content file,
      Optional<Provenance> provenance) {
    this.values = new LinkedHashMap<>(values);
    this.place = place;
    this.problems = problems;
    this.codecs = codecs;
    this.file = file;
    this.provenance = provenance;
  }

  private String place(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private <T> T take(String name, Class<T> type, String what) throws ModelFileException {
    Object value = values.remove(name);
    if (value == null) {
      throw problems.damaged(place(name), "there is no such value");
    }
    if (!type.isInstance(value)) {
      throw problems.damaged(place(name), "this must be " + what);
    }
    return type.cast(value);
  }

  /** Lets a value pass that is for others. */
  void ignore(String name) {
    values.remove(name);
  }

  /** Refuses values that nobody asked for. */
  void end() throws ModelFileException {
    if (!values.isEmpty()) {
      throw problems.damaged(
          place,
          "this version of churnseg does not know "
              + Shown.names(values.keySet().stream().map(Shown::value).toList()));
    }
  }

  @Override
  public boolean has(String name) {
    return values.containsKey(name);
  }

  @Override
  public String text(String name) throws ModelFileException {
    return take(name, String.class, "a text");
  }

  @Override
  public <E extends Enum<E>> E choice(String name, Class<E> type) throws ModelFileException {
    String seen = text(name);
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(seen))
        .findFirst()
        .orElseThrow(
            () ->
                problems.damaged(
                    place(name),
                    "%s is none of %s"
                        .formatted(Shown.value(seen), List.of(type.getEnumConstants()))));
  }

  @Override
  public List<String> texts(String name) throws ModelFileException {
    List<String> texts = new ArrayList<>();
    for (Object item : take(name, List.class, "a list of texts")) {
      if (!(item instanceof String text)) {
        throw problems.damaged(place(name), "this must be a list of texts");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  @Override
  public long whole(String name) throws ModelFileException {
    return take(name, Long.class, "a whole number");
  }

  @Override
  public int whole(String name, int least, int most) throws ModelFileException {
    long value = whole(name);
    if (value < least || value > most) {
      throw problems.damaged(
          place(name), "%d is not between %d and %d".formatted(value, least, most));
    }
    return (int) value;
  }

  @Override
  public double decimal(String name) throws ModelFileException {
    if (values.get(name) instanceof String text && NO_JSON.contains(text)) {
      values.remove(name);
      return Double.parseDouble(text);
    }
    return take(name, Double.class, "a number with a decimal point");
  }

  @Override
  public boolean flag(String name) throws ModelFileException {
    return take(name, Boolean.class, "true or false");
  }

  @Override
  public double[] doubles(String name) throws ModelFileException {
    return array(name, double[].class);
  }

  @Override
  public float[] floats(String name) throws ModelFileException {
    return array(name, float[].class);
  }

  @Override
  public int[] ints(String name) throws ModelFileException {
    return array(name, int[].class);
  }

  @Override
  public long[] longs(String name) throws ModelFileException {
    return array(name, long[].class);
  }

  @Override
  public byte[] bytes(String name) throws ModelFileException {
    return array(name, byte[].class);
  }

  private <T> T array(String name, Class<T> type) throws ModelFileException {
    ReadComponent own = nested(values(take(name, Map.class, "an array")), place(name));
    Object array = file.take(own.text("array"));
    own.end();
    if (!type.isInstance(array)) {
      throw problems.damaged(place(name), "this must be an array of " + type.getComponentType());
    }
    return type.cast(array);
  }

  @Override
  public double[][] rows(String name, int width) throws ModelFileException {
    double[] all = doubles(name);
    if (width < 1 ? all.length > 0 : all.length % width != 0) {
      throw problems.damaged(
          place(name), "%d numbers are no rows of %d".formatted(all.length, width));
    }
    double[][] rows = new double[width < 1 ? 0 : all.length / width][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }
    return rows;
  }

  @Override
  public <T> T part(String name, Part<T> part) throws IOException {
    return part(take(name, Map.class, "a part"), place(name), part);
  }

  @Override
  public <T> List<T> parts(String name, Part<T> part) throws IOException {
    return each(name, "a list of parts", (item, at) -> part(item, at, part));
  }

  /** Reads one item of a list, which stands at a place. */
  private interface Item<T> {
    T read(Object item, String at) throws IOException;
  }

  private <T> List<T> each(String name, String what, Item<T> reader) throws IOException {
    List<T> read = new ArrayList<>();
    for (Object item : take(name, List.class, what)) {
      read.add(reader.read(item, place(name) + "[" + read.size() + "]"));
    }
    return List.copyOf(read);
  }

  private <T> T part(Object item, String at, Part<T> part) throws IOException {
    if (!(item instanceof Map<?, ?> map)) {
      throw problems.damaged(at, "this must be a part with values of its own");
    }
    ReadComponent own = nested(values(map), at);
    T read = own.read(part);
    own.end();
    return read;
  }

  @Override
  public <T> T component(String name, Class<T> type) throws IOException {
    return component(take(name, Map.class, "a component"), place(name), type);
  }

  @Override
  public <T> List<T> components(String name, Class<T> type) throws IOException {
    return each(name, "a list of components", (item, at) -> component(item, at, type));
  }

  private <T> T component(Object item, String at, Class<T> type) throws IOException {
    if (!(item instanceof Map<?, ?> map)) {
      throw problems.damaged(at, "this must be a component");
    }
    ReadComponent outer = nested(values(map), at);
    ModelCodec<?> codec = codec(outer.text("type"), at);
    if (!type.isAssignableFrom(codec.model())) {
      throw problems.at(
          at,
          "this is a %s, not a %s; load it as what it is"
              .formatted(codec.model().getSimpleName(), type.getSimpleName()));
    }
    Optional<Provenance> own = Optional.empty();
    if (outer.has("provenance")) {
      own = Optional.of(outer.part("provenance", ReadComponent::provenance));
    }
    Map<String, Object> inner = values(outer.take("values", Map.class, "the component's values"));
    outer.end();
    ReadComponent in = new ReadComponent(inner, at, problems, codecs, file, own);
    T component = type.cast(in.read(codec::read));
    in.end();
    return component;
  }

  private ModelCodec<?> codec(String type, String at) throws ModelFileException {
    Optional<ModelCodec<?>> codec = codecs.ofType(type);
    if (codec.isEmpty()) {
      throw problems.at(
          at,
          file.artifact(type)
              .map(
                  artifact ->
                      "a component of type %s needs the dependency %s; add it to the class path"
                          .formatted(Shown.value(type), Shown.value(artifact)))
              .orElse(
                  "no codec on the class path knows the type %s; add the module it comes from"
                      .formatted(Shown.value(type))));
    }
    return codec.get();
  }

  /** What fails on values nobody checked is a fault of the file. */
  private <T> T read(Part<T> part) throws IOException {
    try {
      return part.read(this);
    } catch (ModelFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw problems.damaged(place, e);
    }
  }

  private ReadComponent nested(Map<String, Object> own, String at) {
    return new ReadComponent(own, at, problems, codecs, file);
  }

  private static Map<String, Object> values(Map<?, ?> map) {
    Map<String, Object> values = new LinkedHashMap<>();
    map.forEach((name, value) -> values.put((String) name, value));
    return values;
  }

  private static Provenance provenance(ComponentReader in) throws IOException {
    return new Provenance(
        in.text("library"),
        in.text("settings"),
        in.has("seed") ? OptionalLong.of(in.whole("seed")) : OptionalLong.empty(),
        in.whole("rows"),
        in.has("as-of") ? Optional.of(LocalDateTime.parse(in.text("as-of"))) : Optional.empty(),
        in.text("data"));
  }

  @Override
  public Provenance provenance() throws ModelFileException {
    return provenance.orElseThrow(() -> problems.damaged(place, "a model needs a provenance"));
  }

  @Override
  public void check(boolean holds, String rule) throws ModelFileException {
    if (!holds) {
      throw problems.damaged(place, "the values contradict one another: " + rule);
    }
  }
}
