package io.github.churnseg.model;

import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/** How rules are written and read; found by their names in META-INF. */
final class RuleCodecs {

  private RuleCodecs() {}

  /** {@link LabelRule#cross()}. */
  public static final class OfCross extends NamedCodec<CrossRule> {

    /** For the service loader. */
    public OfCross() {
      super("core", "cross-rule", CrossRule.class);
    }

    @Override
    public void write(CrossRule rule, ComponentWriter out) {
      // it has no settings
    }

    @Override
    public CrossRule read(ComponentReader in) {
      return new CrossRule();
    }
  }

  /** {@link LabelRule#loyalty}. */
  public static final class OfLoyalty extends NamedCodec<LoyaltyRule> {

    /** For the service loader. */
    public OfLoyalty() {
      super("core", "loyalty-rule", LoyaltyRule.class);
    }

    @Override
    public void write(LoyaltyRule rule, ComponentWriter out) {
      out.texts("loyal", List.copyOf(new TreeSet<>(rule.loyal())));
      out.texts("one-time", List.copyOf(new TreeSet<>(rule.oneTime())));
    }

    @Override
    public LoyaltyRule read(ComponentReader in) throws IOException {
      return LoyaltyRule.of(
          new LinkedHashSet<>(in.texts("loyal")), new LinkedHashSet<>(in.texts("one-time")));
    }
  }
}
