package io.github.churnseg.cluster;

import io.github.churnseg.features.Scaling;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes and reads how customers become points, which every model here begins with. */
final class EncoderParts {

  private EncoderParts() {}

  static void write(Encoder encoder, ComponentWriter out) {
    Plan plan = encoder.plan();
    out.text("scaling", plan.scaling().name());
    out.texts("chosen", plan.columns());
    plan.weights().ifPresent(weights -> out.text("weights", weights));
    out.whole("seed", plan.seed());
    out.parts("dimensions", encoder.dimensions(), EncoderParts::write);
  }

  private static void write(Dimension dimension, ComponentWriter out) {
    out.text("column", dimension.column());
    dimension.category().ifPresent(category -> out.text("category", category));
    out.flag("logarithmic", dimension.logarithmic());
    out.decimal("shift", dimension.shift());
    out.decimal("scale", dimension.scale());
  }

  /** For a model of so many groups. The rest of a plan matters to fitting only. */
  static Encoder read(ComponentReader in, int k, ComponentReader model) throws IOException {
    Plan plan = Plan.of(k).scaling(in.choice("scaling", Scaling.class)).columns(in.texts("chosen"));
    if (in.has("weights")) {
      plan = plan.weights(in.text("weights"));
    }
    plan = plan.seed(in.whole("seed"));
    List<Dimension> dimensions = in.parts("dimensions", EncoderParts::dimension);
    in.check(!dimensions.isEmpty(), "there must be a dimension");
    return new Encoder(plan, dimensions, model.provenance());
  }

  private static Dimension dimension(ComponentReader in) throws IOException {
    String column = in.text("column");
    Optional<String> category =
        in.has("category") ? Optional.of(in.text("category")) : Optional.empty();
    Dimension dimension =
        new Dimension(
            category.map(value -> column + "=" + value).orElse(column),
            column,
            category,
            in.flag("logarithmic"),
            in.decimal("shift"),
            in.decimal("scale"));
    in.check(
        Double.isFinite(dimension.shift()) && dimension.scale() > 0,
        "a shift must be finite and a scale above 0");
    return dimension;
  }
}
