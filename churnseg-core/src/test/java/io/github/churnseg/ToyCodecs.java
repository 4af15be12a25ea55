package io.github.churnseg;

import io.github.churnseg.ToyChain.AboveModel;
import io.github.churnseg.ToyChain.City;
import io.github.churnseg.ToyChain.RareModel;
import io.github.churnseg.ToyChain.SharesModel;
import io.github.churnseg.ToyChain.Spend;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;

/** How the toys are written and read. */
final class ToyCodecs {

  private ToyCodecs() {}

  /** {@link Spend}. */
  public static final class OfSpend extends NamedCodec<Spend> {
    /** For the service loader. */
    public OfSpend() {
      super("toys", "spend", Spend.class);
    }

    @Override
    public void write(Spend spend, ComponentWriter out) {
      // no settings
    }

    @Override
    public Spend read(ComponentReader in) {
      return new Spend();
    }
  }

  /** {@link City}. */
  public static final class OfCity extends NamedCodec<City> {
    /** For the service loader. */
    public OfCity() {
      super("toys", "city", City.class);
    }

    @Override
    public void write(City city, ComponentWriter out) {
      // no settings
    }

    @Override
    public City read(ComponentReader in) {
      return new City();
    }
  }

  /** {@link RareModel}. */
  public static final class OfRare extends NamedCodec<RareModel> {
    /** For the service loader. */
    public OfRare() {
      super("toys", "rare", RareModel.class);
    }

    @Override
    public void write(RareModel model, ComponentWriter out) {
      // no settings
    }

    @Override
    public RareModel read(ComponentReader in) throws IOException {
      return new RareModel(in.provenance());
    }
  }

  /** {@link AboveModel}. */
  public static final class OfAbove extends NamedCodec<AboveModel> {
    /** For the service loader. */
    public OfAbove() {
      super("toys", "above", AboveModel.class);
    }

    @Override
    public void write(AboveModel model, ComponentWriter out) {
      out.text("column", model.column());
      out.decimal("limit", model.limit());
    }

    @Override
    public AboveModel read(ComponentReader in) throws IOException {
      return new AboveModel(in.text("column"), in.decimal("limit"), in.provenance());
    }
  }

  /** {@link SharesModel}. */
  public static final class OfShares extends NamedCodec<SharesModel> {
    /** For the service loader. */
    public OfShares() {
      super("toys", "shares", SharesModel.class);
    }

    @Override
    public void write(SharesModel model, ComponentWriter out) {
      out.flag("blind", model.blind());
      out.texts("classes", model.classes());
      out.array("shares", model.shares().stream().mapToDouble(share -> share).toArray());
    }

    @Override
    public SharesModel read(ComponentReader in) throws IOException {
      return new SharesModel(
          in.flag("blind"),
          in.texts("classes"),
          Arrays.stream(in.doubles("shares")).boxed().toList(),
          in.provenance());
    }
  }
}
