package io.github.churnseg;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.CombinedSegments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One fit of the segments of a plan: what has been learnt, and from whom. */
final class SegmentationRun<I, F extends CustomerFeatures> {

  private final I input;
  private final Plan<I, F> plan;
  private final F customers;
  private final Map<String, SegmentModel<? super F>> models = new LinkedHashMap<>();
  private final Map<String, Assignments> assigned = new LinkedHashMap<>();
  private final CombinedSegments combined;
  private final SegmentedModel<I, F> model;

  private SegmentationRun(Plan<I, F> plan, I input, Stages stages) {
    this.plan = plan;
    this.input = input;
    this.customers = stages.stage(Stages.FEATURES, () -> plan.features().extract(input));
    plan.segmenters()
        .forEach((name, segmenter) -> models.put(name, segmenter.fit(customers, stages.of(name))));
    this.combined =
        stages.stage(
            Stages.COMBINE,
            () -> {
              models.forEach((name, fitted) -> assigned.put(name, fitted.assign(customers)));
              return plan.rule().combine(assigned.values().toArray(Assignments[]::new));
            });
    this.model = stages.stage(Stages.REPORT, this::toModel);
  }

  static <I, F extends CustomerFeatures> SegmentationRun<I, F> of(
      Plan<I, F> plan, I input, Stages stages) {
    return new SegmentationRun<>(plan, input, stages);
  }

  SegmentedModel<I, F> model() {
    return model;
  }

  I input() {
    return input;
  }

  Plan<I, F> plan() {
    return plan;
  }

  F customers() {
    return customers;
  }

  Assignments combined() {
    return combined.assignments();
  }

  private SegmentedModel<I, F> toModel() {
    return new SegmentedModel<>(
        plan.features(),
        models,
        plan.rule(),
        report(),
        SegmentedModel.observed(customers, models, assigned, combined.assignments()).reference());
  }

  private SegmentedReport report() {
    Map<String, SegmentReport> reports = new LinkedHashMap<>();
    models.forEach((name, fitted) -> reports.put(name, fitted.report()));
    // A log tells what was refused on the way; features that were given have no such history.
    Optional<DataReport> data =
        input instanceof Transactions log ? Optional.of(log.report()) : Optional.empty();
    return new SegmentedReport(
        data,
        conventions(),
        reports,
        combined.assignments().counts(),
        comparisons(),
        Optional.empty(),
        FitWarnings.of(data, reports, assigned, combined),
        Provenance.of(plan.toString(), customers));
  }

  private List<String> conventions() {
    List<String> sentences = new ArrayList<>();
    sentences.add("features: " + Plan.described(plan.features()));
    customers.asOf().ifPresent(moment -> sentences.add("true of " + moment));
    if (models.size() > 1) {
      sentences.add("combined: " + Plan.described(plan.rule()));
    }
    return sentences;
  }

  /** Each pair of segmentations, in the order of the plan. */
  private Map<String, SegmentComparison> comparisons() {
    Map<String, SegmentComparison> pairs = new LinkedHashMap<>();
    Map<String, Assignments> before = new LinkedHashMap<>();
    assigned.forEach(
        (name, second) -> {
          before.forEach(
              (other, first) ->
                  pairs.put(other + " × " + name, SegmentComparison.of(first, second)));
          before.put(name, second);
        });
    return pairs;
  }
}
