package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** How the models of this module are written and read; found by their names in META-INF. */
final class ClusterCodecs {

  private ClusterCodecs() {}

  /** {@link KMeansModel}. */
  public static final class OfKMeans extends NamedCodec<KMeansModel> {

    /** For the service loader. */
    public OfKMeans() {
      super("cluster", "k-means", KMeansModel.class);
    }

    @Override
    public void write(KMeansModel model, ComponentWriter out) {
      out.part("encoder", part -> EncoderParts.write(model.encoder(), part));
      Clustering clustering = model.clustering();
      out.rows("centres", clustering.centres);
      out.array("sizes", clustering.sizes);
      out.array("places", clustering.places);
      out.decimal("inertia", clustering.inertia);
      out.whole("iterations", clustering.iterations);
      out.flag("converged", clustering.converged);
      Origin origin = model.origin();
      out.text("plan", origin.plan());
      out.whole("customers", origin.customers());
      out.text("steps", origin.steps());
      out.array("variances", origin.variances().stream().mapToDouble(v -> v).toArray());
    }

    @Override
    public KMeansModel read(ComponentReader in) throws IOException {
      int[] sizes = in.ints("sizes");
      int[] places = in.ints("places");
      checkGroups(in, sizes);
      checkPermutation(in, places, sizes.length);
      Encoder encoder = in.part("encoder", part -> EncoderParts.read(part, sizes.length, in));
      int width = encoder.dimensions().size();
      double[][] centres = in.rows("centres", width);
      in.check(centres.length == sizes.length, "each group must have a centre");
      Clustering clustering =
          new Clustering(
              centres,
              new int[0],
              sizes,
              places,
              in.decimal("inertia"),
              in.whole("iterations", 0, Integer.MAX_VALUE),
              in.flag("converged"));
      double[] variances = in.doubles("variances");
      in.check(variances.length == width, "each dimension must have a variance");
      Origin origin =
          new Origin(
              in.text("plan"),
              in.whole("customers"),
              in.text("steps"),
              Arrays.stream(variances).boxed().toList());
      return new KMeansModel(encoder.plan(), encoder, clustering, origin);
    }

    private static void checkPermutation(ComponentReader in, int[] places, int size)
        throws IOException {
      in.check(places.length == size, "each group must have a place");
      boolean[] seen = new boolean[size];
      for (int place : places) {
        in.check(place >= 0 && place < size && !seen[place], "places must be 0 to k - 1");
        seen[place] = true;
      }
    }
  }

  /** {@link AgglomerativeModel}. */
  public static final class OfAgglomerative extends NamedCodec<AgglomerativeModel> {

    /** For the service loader. */
    public OfAgglomerative() {
      super("cluster", "agglomerative", AgglomerativeModel.class);
    }

    @Override
    public void write(AgglomerativeModel model, ComponentWriter out) {
      out.whole("k", model.labels().size());
      out.part("encoder", part -> EncoderParts.write(model.encoder(), part));
      out.rows("places", model.prototypes().places);
      out.array("customers", model.prototypes().sizes);
      out.array("groups", model.groups());
    }

    @Override
    public AgglomerativeModel read(ComponentReader in) throws IOException {
      int[] groups = in.ints("groups");
      int k = in.whole("k", 1, Math.max(1, groups.length));
      Encoder encoder = in.part("encoder", part -> EncoderParts.read(part, k, in));
      double[][] places = in.rows("places", encoder.dimensions().size());
      int[] customers = in.ints("customers");
      in.check(
          places.length == groups.length && customers.length == groups.length,
          "each place must have a group and customers");
      in.check(
          Arrays.stream(groups).distinct().count() == k
              && Arrays.stream(groups).allMatch(group -> group >= 0 && group < k),
          "groups must be 0 to k - 1, each with a place");
      checkGroups(in, customers);
      return new AgglomerativeModel(
          encoder.plan(), encoder, new Prototypes(places, customers), groups);
    }
  }

  /** {@link GaussianMixtureModel}. */
  public static final class OfGaussianMixture extends NamedCodec<GaussianMixtureModel> {

    /** For the service loader. */
    public OfGaussianMixture() {
      super("cluster", "gaussian-mixture", GaussianMixtureModel.class);
    }

    @Override
    public void write(GaussianMixtureModel model, ComponentWriter out) {
      out.text("shape", model.shape().name());
      out.part("encoder", part -> EncoderParts.write(model.encoder(), part));
      out.parts("groups", List.of(model.groups()), OfGaussianMixture::write);
      out.array("sizes", model.sizes());
      out.decimal("log-likelihood", model.logLikelihood());
      out.whole("iterations", model.iterations());
      out.flag("converged", model.converged());
    }

    private static void write(Gaussian group, ComponentWriter out) {
      out.decimal("share", group.share);
      out.array("mean", group.mean);
      out.array("whitening", group.whitening());
      out.decimal("log-scale", group.logScale());
    }

    @Override
    public GaussianMixtureModel read(ComponentReader in) throws IOException {
      int[] sizes = in.ints("sizes");
      checkGroups(in, sizes);
      Encoder encoder = in.part("encoder", part -> EncoderParts.read(part, sizes.length, in));
      int width = encoder.dimensions().size();
      List<Gaussian> groups = in.parts("groups", part -> gaussian(part, width));
      in.check(groups.size() == sizes.length, "each group must have a size");
      return new GaussianMixtureModel(
          encoder.plan(),
          in.choice("shape", Covariance.class),
          encoder,
          groups.toArray(new Gaussian[0]),
          sizes,
          in.decimal("log-likelihood"),
          in.whole("iterations", 0, Integer.MAX_VALUE),
          in.flag("converged"));
    }

    private static Gaussian gaussian(ComponentReader in, int width) throws IOException {
      double[] mean = in.doubles("mean");
      double[] all = in.doubles("whitening");
      in.check(
          mean.length == width && all.length == (long) width * (width + 1) / 2,
          "a group needs a mean and half a matrix");
      double[][] whitening = new double[width][];
      for (int row = 0, from = 0; row < width; from += ++row) {
        whitening[row] = Arrays.copyOfRange(all, from, from + row + 1);
      }
      return new Gaussian(in.decimal("share"), mean, whitening, in.decimal("log-scale"));
    }
  }

  /** {@link PcaModel}. */
  public static final class OfPca extends NamedCodec<PcaModel> {

    /** For the service loader. */
    public OfPca() {
      super("cluster", "pca", PcaModel.class);
    }

    @Override
    public void write(PcaModel model, ComponentWriter out) {
      out.part("encoder", part -> EncoderParts.write(model.encoder(), part));
      out.array("means", model.means());
      out.rows("loadings", model.loadings());
      out.array("explained", model.explained());
    }

    @Override
    public PcaModel read(ComponentReader in) throws IOException {
      Encoder encoder = in.part("encoder", part -> EncoderParts.read(part, 1, in));
      double[] means = in.doubles("means");
      double[][] loadings = in.rows("loadings", means.length);
      double[] explained = in.doubles("explained");
      in.check(means.length == encoder.dimensions().size(), "each dimension must have a mean");
      in.check(
          loadings.length > 0 && explained.length == loadings.length,
          "each component must say what it explains");
      return new PcaModel(encoder, means, loadings, explained);
    }
  }

  /** {@link PcaSegmentModel}. */
  public static final class OfPcaSegments extends NamedCodec<PcaSegmentModel> {

    /** For the service loader. */
    public OfPcaSegments() {
      super("cluster", "pca-segments", PcaSegmentModel.class);
    }

    @Override
    public void write(PcaSegmentModel model, ComponentWriter out) {
      out.component("components", model.components());
      out.component("segments", model.segments());
    }

    @SuppressWarnings("unchecked") // a model that needs other features says so when it assigns
    @Override
    public PcaSegmentModel read(ComponentReader in) throws IOException {
      return new PcaSegmentModel(
          in.component("components", PcaModel.class),
          (SegmentModel<CustomerFeatures>) in.component("segments", SegmentModel.class));
    }
  }

  private static void checkGroups(ComponentReader in, int[] sizes) throws IOException {
    in.check(sizes.length > 0, "there must be a group");
    in.check(Arrays.stream(sizes).allMatch(size -> size >= 0), "no group has less than nobody");
  }
}
