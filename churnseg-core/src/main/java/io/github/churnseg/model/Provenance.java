package io.github.churnseg.model;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.LibraryVersion;
import io.github.churnseg.internal.Mix;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a model comes from.
 *
 * @param library the version of this library that learnt it
 * @param settings the plan in words
 * @param seed the seed of its random draws, if it made any
 * @param rows customers it was learnt from
 * @param asOf the moment the customers' features were true of, where they were derived from a log
 * @param dataHash a fingerprint of the data, 16 hexadecimal digits: the same for the same columns,
 *     values and classes in any order of rows and columns, whatever the ids. It tells whether two
 *     models saw the same data; it is no proof against somebody who wants to deceive
 */
public record Provenance(
    String library,
    String settings,
    OptionalLong seed,
    long rows,
    Optional<LocalDateTime> asOf,
    String dataHash) {

  /**
   * The provenance of a model that is being learnt now.
   *
   * @param settings the plan in words
   * @param customers whom it is learnt from; takes one pass over their columns
   * @return the provenance, without a seed
   */
  public static Provenance of(String settings, CustomerFeatures customers) {
    return of(settings, customers, Optional.empty());
  }

  /**
   * The provenance of a classifier that is being learnt now.
   *
   * @param settings the plan in words
   * @param customers whom it is learnt from; takes one pass over their columns
   * @param labels the class of each
   * @return the provenance, without a seed
   */
  public static Provenance of(String settings, CustomerFeatures customers, Labels labels) {
    return of(settings, customers, Optional.of(labels));
  }

  private static Provenance of(
      String settings, CustomerFeatures customers, Optional<Labels> labels) {
    return new Provenance(
        LibraryVersion.version(),
        settings,
        OptionalLong.empty(),
        customers.size(),
        customers.asOf(),
        DataHash.of(customers, labels));
  }

  /**
   * The same with a seed.
   *
   * @param value what the random draws began with
   * @return a new provenance
   */
  public Provenance withSeed(long value) {
    return new Provenance(library, settings, OptionalLong.of(value), rows, asOf, dataHash);
  }

  /**
   * The same with other settings.
   *
   * @param plan the plan in words
   * @return a new provenance
   */
  public Provenance withSettings(String plan) {
    return new Provenance(library, plan, seed, rows, asOf, dataHash);
  }

  /**
   * The same after a further batch of customers, for those who learn from more than they have at
   * once. The fingerprint is then one of all batches in their order.
   *
   * @param batch who came next
   * @return a new provenance
   */
  public Provenance withBatch(CustomerFeatures batch) {
    long before = Long.parseUnsignedLong(dataHash, 16);
    long more = Long.parseUnsignedLong(DataHash.of(batch, Optional.empty()), 16);
    String both = String.format(Locale.ROOT, "%016x", Mix.mix(31 * before + more));
    return new Provenance(library, settings, seed, rows + batch.size(), asOf, both);
  }

  /** All of it in a sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%s; learnt by churnseg %s from %,d customers%s, data %s",
        settings,
        seed.isPresent() ? ", seed " + seed.getAsLong() : "",
        library,
        rows,
        asOf.map(moment -> " as of " + moment).orElse(""),
        dataHash);
  }
}
