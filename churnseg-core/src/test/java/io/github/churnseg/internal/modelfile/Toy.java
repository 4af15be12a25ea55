package io.github.churnseg.internal.modelfile;

import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import io.github.churnseg.spi.ModelCodec;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A model that holds one of everything a file can hold. */
final class Toy implements Model {

  static final Provenance DATED =
      new Provenance(
          "0.0.1",
          "toy, k=2",
          OptionalLong.of(-42),
          7,
          Optional.of(LocalDateTime.of(2011, 12, 10, 0, 0)),
          "00ff00ff00ff00ff");

  private static final double NAN = Double.NaN;

  final String text;
  final List<String> texts;
  final long whole;
  final List<Double> decimals;
  final double[] doubles;
  final float[] floats;
  final int[] ints;
  final long[] longs;
  final byte[] bytes;
  final double[][] rows;
  final List<Object> inner;

  Toy(
      String text,
      List<String> texts,
      long whole,
      List<Double> decimals,
      double[] doubles,
      float[] floats,
      int[] ints,
      long[] longs,
      byte[] bytes,
      double[][] rows,
      List<Object> inner) {
    this.text = text;
    this.texts = texts;
    this.whole = whole;
    this.decimals = decimals;
    this.doubles = doubles;
    this.floats = floats;
    this.ints = ints;
    this.longs = longs;
    this.bytes = bytes;
    this.rows = rows;
    this.inner = inner;
  }

  static Toy holding(Object... inner) {
    return new Toy(
        "ångström \" \\ \n \u0000 \ud83d\ude00",
        List.of("", "a", "a"),
        Long.MIN_VALUE,
        List.of(0.1, -0.0, Double.MIN_VALUE, NAN, Double.POSITIVE_INFINITY, -1e300),
        new double[] {1.5, -0.0, NAN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE},
        new float[] {1.5f, Float.NaN, Float.MIN_VALUE},
        new int[] {Integer.MIN_VALUE, -1, 0, 7},
        new long[] {Long.MIN_VALUE, 1},
        new byte[] {-128, 0, 127},
        new double[][] {{1, 2}, {3, 4}, {5, 6}},
        List.of(inner));
  }

  @Override
  public Provenance provenance() {
    return DATED;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Toy toy
        && text.equals(toy.text)
        && texts.equals(toy.texts)
        && whole == toy.whole
        && decimals.equals(toy.decimals)
        && Arrays.equals(doubles, toy.doubles)
        && Arrays.equals(floats, toy.floats)
        && Arrays.equals(ints, toy.ints)
        && Arrays.equals(longs, toy.longs)
        && Arrays.equals(bytes, toy.bytes)
        && Arrays.deepEquals(rows, toy.rows)
        && inner.equals(toy.inner);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Found by the service loader. */
  public static final class Codec implements ModelCodec<Toy> {

    @Override
    public String type() {
      return "test.toy";
    }

    @Override
    public String artifact() {
      return "io.github.churnseg:churnseg-toys";
    }

    @Override
    public Class<Toy> model() {
      return Toy.class;
    }

    @Override
    public void write(Toy toy, ComponentWriter out) {
      out.text("text", toy.text);
      out.texts("texts", toy.texts);
      out.whole("whole", toy.whole);
      out.parts("decimals", toy.decimals, (value, part) -> part.decimal("value", value));
      out.text("scaling", Scaling.ROBUST.name());
      out.flag("flag", true);
      out.array("doubles", toy.doubles);
      out.array("floats", toy.floats);
      out.array("ints", toy.ints);
      out.array("longs", toy.longs);
      out.array("bytes", toy.bytes);
      out.rows("rows", toy.rows);
      out.part(
          "part",
          part -> {
            part.components("inner", toy.inner);
            toy.inner.stream().findFirst().ifPresent(first -> part.component("first", first));
          });
    }

    @Override
    public Toy read(ComponentReader in) throws IOException {
      in.check(in.choice("scaling", Scaling.class) == Scaling.ROBUST, "the scaling must be robust");
      in.check(in.flag("flag"), "the flag must be up");
      return new Toy(
          in.text("text"),
          in.texts("texts"),
          in.whole("whole"),
          in.parts("decimals", part -> part.decimal("value")),
          in.doubles("doubles"),
          in.floats("floats"),
          in.ints("ints"),
          in.longs("longs"),
          in.bytes("bytes"),
          in.rows("rows", 2),
          in.part(
              "part",
              part -> {
                if (part.has("first")) {
                  part.component("first", Toy.class);
                }
                return List.copyOf(part.components("inner", Object.class));
              }));
    }
  }
}
