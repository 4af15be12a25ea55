package io.github.churnseg.features;

import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How what was learnt about columns is written and read; found by its name in META-INF. */
final class FeatureCodecs {

  private FeatureCodecs() {}

  /** {@link CustomerFeatures#asGiven}. */
  @SuppressWarnings("rawtypes")
  public static final class OfAsGiven extends NamedCodec<AsGiven> {

    /** For the service loader. */
    public OfAsGiven() {
      super("core", "as-given", AsGiven.class);
    }

    @Override
    public void write(AsGiven given, ComponentWriter out) {
      // it has no settings
    }

    @Override
    public AsGiven read(ComponentReader in) {
      return new AsGiven<>();
    }
  }

  /** {@link CustomerFeatures#givenColumns}. */
  public static final class OfGivenColumns extends NamedCodec<GivenColumns> {

    /** For the service loader. */
    public OfGivenColumns() {
      super("core", "given-columns", GivenColumns.class);
    }

    @Override
    public void write(GivenColumns given, ComponentWriter out) {
      out.texts("columns", given.columns());
    }

    @Override
    public GivenColumns read(ComponentReader in) throws IOException {
      return new GivenColumns(in.texts("columns"));
    }
  }

  /** {@link FittedPreprocessing}. */
  public static final class OfPreprocessing extends NamedCodec<FittedPreprocessing> {

    /** For the service loader. */
    public OfPreprocessing() {
      super("core", "preprocessing", FittedPreprocessing.class);
    }

    @Override
    public void write(FittedPreprocessing fitted, ComponentWriter out) {
      Map<String, Schema.Kind> kinds = fitted.schema().kinds();
      out.texts("inputs", List.copyOf(kinds.keySet()));
      out.texts("kinds", kinds.values().stream().map(Schema.Kind::name).toList());
      out.flag("chosen", fitted.schema().chosen());
      out.parts("encoders", fitted.encoders(), OfPreprocessing::write);
      out.texts("dropped", List.copyOf(fitted.dropped().keySet()));
      out.texts("reasons", List.copyOf(fitted.dropped().values()));
    }

    private static void write(ColumnEncoder encoder, ComponentWriter out) {
      out.text("column", encoder.column());
      if (encoder instanceof NumericEncoder numeric) {
        out.texts("ordered", numeric.ordered());
        out.flag("refuse", numeric.refuse());
        out.decimal("fill", numeric.fill());
        out.flag("flagged", numeric.flagged());
        out.flag("log", numeric.log());
        out.decimal("shift", numeric.shift());
        out.decimal("scale", numeric.scale());
      } else if (encoder instanceof CategoryEncoder category) {
        out.texts("own", category.own());
        out.flag("shared", category.shared());
        out.texts("fill", category.fill());
        out.flag("refuse", category.refuse());
        out.flag("flagged", category.flagged());
      }
    }

    @Override
    public FittedPreprocessing read(ComponentReader in) throws IOException {
      Schema schema = schema(in);
      List<ColumnEncoder> encoders = in.parts("encoders", part -> encoder(part, schema));
      List<String> dropped = in.texts("dropped");
      List<String> reasons = in.texts("reasons");
      in.check(reasons.size() == dropped.size(), "each dropped column must have a reason");
      Map<String, String> reasonOf = new LinkedHashMap<>();
      for (int at = 0; at < dropped.size(); at++) {
        reasonOf.put(dropped.get(at), reasons.get(at));
      }
      return FittedPreprocessing.of(schema, encoders, reasonOf);
    }

    private static Schema schema(ComponentReader in) throws IOException {
      List<String> inputs = in.texts("inputs");
      List<String> kinds = in.texts("kinds");
      in.check(
          !inputs.isEmpty() && kinds.size() == inputs.size(), "each input column must have a kind");
      Map<String, Schema.Kind> kindOf = new TreeMap<>();
      for (int at = 0; at < kinds.size(); at++) {
        kindOf.put(inputs.get(at), Schema.Kind.valueOf(kinds.get(at)));
      }
      return new Schema(kindOf, in.flag("chosen"));
    }

    private static ColumnEncoder encoder(ComponentReader in, Schema schema) throws IOException {
      String column = in.text("column");
      in.check(schema.kinds().containsKey(column), "an encoder must read an input column");
      if (schema.isNominal(column)) {
        return new CategoryEncoder(
            column,
            in.texts("own"),
            in.flag("shared"),
            in.texts("fill"),
            in.flag("refuse"),
            in.flag("flagged"));
      }
      return new NumericEncoder(
          column,
          in.texts("ordered"),
          in.flag("refuse"),
          in.decimal("fill"),
          in.flag("flagged"),
          in.flag("log"),
          in.decimal("shift"),
          in.decimal("scale"));
    }
  }
}
