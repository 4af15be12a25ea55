package io.github.churnseg.examples;

import io.github.churnseg.cluster.Agglomerative;
import io.github.churnseg.cluster.AgglomerativeModel;
import io.github.churnseg.cluster.ClusterProfile;
import io.github.churnseg.cluster.GaussianMixture;
import io.github.churnseg.cluster.GaussianMixtureModel;
import io.github.churnseg.cluster.GroupQuality;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.cluster.KReport;
import io.github.churnseg.cluster.Pca;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.CombinedSegments;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import io.github.churnseg.rfm.RfmTable;
import java.time.LocalDate;
import java.util.Set;

/** How many groups customers fall into, what the groups are, and other ways to find them. */
public final class CustomerGroups {

  private CustomerGroups() {}

  /**
   * Prints the groups of a generated shop.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Transactions log = Transactions.from(GeneratedShop.of(2_000, 42).purchases());
    RfmTable rfm = Rfm.withDefaults().extract(log.asOf(LocalDate.of(2026, 6, 1)));
    RfmTable newcomers = Rfm.withDefaults().extract(log);

    // region fit
    KMeansModel model = KMeans.k(4).seed(42).fit(rfm);
    System.out.println(model.report());
    Assignments groups = model.assign(newcomers); // by the model's scale and centres
    // endregion
    System.out.println(groups.size() + " newcomers assigned\n");

    // region scan
    KReport report = KMeans.scan(2, 8).seed(42).evaluate(rfm);
    System.out.println(report);
    int k = report.best(KReport.Criterion.PARITY).k();
    KMeansModel chosen = report.candidate(k).model(); // no need to fit again
    // endregion

    // region profile
    ClusterProfile profile = ClusterProfile.of(chosen.assign(rfm));
    System.out.println(profile);
    Assignments named = profile.named(); // labels are the names
    // endregion

    // region compare
    Assignments segments = RfmSegments.quintiles().fit(rfm).assign(rfm);
    System.out.println(SegmentComparison.of(segments, named));
    LabelRule rule =
        LabelRule.loyalty(
            Set.of("Champions", "Loyal", "loyal"),
            Set.of("Hibernating", "About To Sleep", "sleeping"));
    CombinedSegments three = rule.combine(segments, named);
    System.out.println(three);
    // endregion

    // region others
    GaussianMixtureModel mixture = GaussianMixture.k(k).seed(42).fit(rfm);
    System.out.println(mixture); // its bic() compares ks and shapes
    AgglomerativeModel ward = Agglomerative.k(k).fit(rfm);
    System.out.println(GroupQuality.of(ward.assign(rfm)));
    // endregion

    // region components
    SegmentModel<CustomerFeatures> components =
        Pca.components(2).then(KMeans.k(k).scaling(Scaling.NONE).seed(42)).fit(rfm);
    System.out.println(components);
    // endregion
  }
}
