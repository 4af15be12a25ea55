package io.github.churnseg.classify;

import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How what classifiers have learnt is written and read; found by their names in META-INF. Every
 * index is checked when it is read, so that scoring need not.
 */
final class FunctionCodecs {

  /** More than any plan allows; keeps a forged degree from running for ever. */
  private static final int MOST_DEGREE = 1000;

  private FunctionCodecs() {}

  /** {@link ConstantFunction}. */
  public static final class OfConstant extends NamedCodec<ConstantFunction> {

    /** For the service loader. */
    public OfConstant() {
      super("classify", "constant", ConstantFunction.class);
    }

    @Override
    public void write(ConstantFunction function, ComponentWriter out) {
      out.whole("inputs", function.inputs());
      out.array("probabilities", function.probabilities());
    }

    @Override
    public ConstantFunction read(ComponentReader in) throws IOException {
      return new ConstantFunction(inputs(in), in.doubles("probabilities"));
    }
  }

  /** {@link LinearFunction}. */
  public static final class OfLinear extends NamedCodec<LinearFunction> {

    /** For the service loader. */
    public OfLinear() {
      super("classify", "linear", LinearFunction.class);
    }

    @Override
    public void write(LinearFunction function, ComponentWriter out) {
      out.whole("inputs", function.inputs());
      out.whole("classes", function.classes());
      out.array("weights", function.weights());
      out.array("constants", function.constants());
    }

    @Override
    public LinearFunction read(ComponentReader in) throws IOException {
      int inputs = inputs(in);
      int classes = in.whole("classes", 2, Integer.MAX_VALUE);
      double[] weights = in.doubles("weights");
      double[] constants = in.doubles("constants");
      in.check(
          constants.length == asked(classes) && weights.length == (long) inputs * constants.length,
          "each class that is asked for needs a weight an input and a constant");
      return new LinearFunction(inputs, classes, weights, constants);
    }
  }

  /** {@link MeanFunction}. */
  public static final class OfMean extends NamedCodec<MeanFunction> {

    /** For the service loader. */
    public OfMean() {
      super("classify", "mean", MeanFunction.class);
    }

    @Override
    public void write(MeanFunction function, ComponentWriter out) {
      out.components("members", function.members());
    }

    @Override
    public MeanFunction read(ComponentReader in) throws IOException {
      List<ScoreFunction> members = in.components("members", ScoreFunction.class);
      in.check(!members.isEmpty(), "a mean needs a member");
      ScoreFunction first = members.get(0);
      in.check(
          members.stream()
              .allMatch(m -> m.inputs() == first.inputs() && m.classes() == first.classes()),
          "all members must have the same inputs and classes");
      return new MeanFunction(members);
    }
  }

  /** {@link DenseNetwork}. */
  public static final class OfNetwork extends NamedCodec<DenseNetwork> {

    /** For the service loader. */
    public OfNetwork() {
      super("classify", "network", DenseNetwork.class);
    }

    @Override
    public void write(DenseNetwork network, ComponentWriter out) {
      out.parts("layers", network.layers(), OfNetwork::write);
    }

    private static void write(DenseLayer layer, ComponentWriter out) {
      out.array("weights", layer.flatWeights());
      out.array("biases", layer.biases);
    }

    @Override
    public DenseNetwork read(ComponentReader in) throws IOException {
      List<DenseLayer> layers = in.parts("layers", OfNetwork::layer);
      in.check(!layers.isEmpty(), "a network needs a layer");
      for (int at = 1; at < layers.size(); at++) {
        in.check(
            layers.get(at).inputs == layers.get(at - 1).outputs,
            "a layer must take what the one before gives");
      }
      return new DenseNetwork(layers);
    }

    private static DenseLayer layer(ComponentReader in) throws IOException {
      float[] weights = in.floats("weights");
      float[] biases = in.floats("biases");
      in.check(
          biases.length > 0 && weights.length > 0 && weights.length % biases.length == 0,
          "each input of a layer needs a weight for each output");
      return new DenseLayer(weights.length / biases.length, biases.length, weights, biases);
    }
  }

  /** {@link KernelMachine}. */
  public static final class OfMachine extends NamedCodec<KernelMachine> {

    /** For the service loader. */
    public OfMachine() {
      super("classify", "support-vectors", KernelMachine.class);
    }

    @Override
    public void write(KernelMachine function, ComponentWriter out) {
      Kernel kernel = function.kernel();
      out.text("shape", kernel.shape().name());
      out.decimal("gamma", kernel.gamma());
      out.whole("degree", kernel.degree());
      out.whole("inputs", function.inputs());
      out.whole("classes", function.classes());
      out.parts("machines", function.machines(), OfMachine::write);
    }

    private static void write(KernelMachine.Machine machine, ComponentWriter out) {
      out.array("vectors", machine.vectors);
      out.array("coefficients", machine.coefficients);
      out.decimal("constant", machine.constant);
      out.decimal("slope", machine.curve.slope());
      out.decimal("offset", machine.curve.offset());
    }

    @Override
    public KernelMachine read(ComponentReader in) throws IOException {
      Kernel kernel =
          new Kernel(
              in.choice("shape", Kernel.Shape.class),
              in.decimal("gamma"),
              in.whole("degree", 0, MOST_DEGREE));
      int inputs = inputs(in);
      int classes = in.whole("classes", 2, Integer.MAX_VALUE);
      List<KernelMachine.Machine> machines = in.parts("machines", part -> machine(part, inputs));
      in.check(machines.size() == asked(classes), "each class that is asked for needs a machine");
      return new KernelMachine(kernel, inputs, classes, machines);
    }

    private static KernelMachine.Machine machine(ComponentReader in, int inputs)
        throws IOException {
      double[] vectors = in.doubles("vectors");
      double[] coefficients = in.doubles("coefficients");
      in.check(
          vectors.length == (long) inputs * coefficients.length,
          "each coefficient needs a vector of inputs");
      return new KernelMachine.Machine(
          vectors,
          coefficients,
          in.decimal("constant"),
          new Sigmoid(in.decimal("slope"), in.decimal("offset")));
    }
  }

  /** {@link NearestRows}. */
  public static final class OfNearest extends NamedCodec<NearestRows> {

    /** For the service loader. */
    public OfNearest() {
      super("classify", "nearest-rows", NearestRows.class);
    }

    @Override
    public void write(NearestRows function, ComponentWriter out) {
      out.whole("inputs", function.inputs());
      out.whole("neighbours", function.neighbours());
      out.flag("by-distance", function.byDistance());
      out.array("rows", function.rows());
      out.array("classes", function.classOfRow());
      out.array("class-weights", function.classWeights());
    }

    @Override
    public NearestRows read(ComponentReader in) throws IOException {
      int inputs = inputs(in);
      double[] rows = in.doubles("rows");
      int[] classes = in.ints("classes");
      double[] weights = in.doubles("class-weights");
      in.check(rows.length == (long) inputs * classes.length, "each row needs a class");
      in.check(
          Arrays.stream(classes).allMatch(index -> index >= 0 && index < weights.length),
          "each class needs a weight");
      int neighbours = in.whole("neighbours", 1, Math.max(1, classes.length));
      in.check(classes.length > 0, "there must be a row");
      return new NearestRows(inputs, neighbours, in.flag("by-distance"), rows, classes, weights);
    }
  }

  /** {@link TreeEnsemble}. */
  public static final class OfTrees extends NamedCodec<TreeEnsemble> {

    /** For the service loader. */
    public OfTrees() {
      super("classify", "trees", TreeEnsemble.class);
    }

    @Override
    public void write(TreeEnsemble function, ComponentWriter out) {
      out.text("name", function.name());
      out.text("sum", function.sum().name());
      out.whole("inputs", function.inputs());
      out.whole("classes", function.classes());
      out.array("roots", function.roots());
      out.array("columns", function.nodes().columns());
      out.array("thresholds", function.nodes().thresholds());
      out.array("next", function.nodes().next());
      out.array("values", function.nodes().values());
      out.array("start", function.start());
    }

    @Override
    public TreeEnsemble read(ComponentReader in) throws IOException {
      TreeEnsemble.Sum sum = in.choice("sum", TreeEnsemble.Sum.class);
      int inputs = inputs(in);
      int classes = in.whole("classes", 2, Integer.MAX_VALUE);
      int[] roots = in.ints("roots");
      double[] start = in.doubles("start");
      in.check(roots.length > 0, "there must be a tree");
      switch (sum) {
        case MEAN -> {}
        case LOGIT -> in.check(classes == 2 && start.length >= 1, "a logit is for two classes");
        case SOFTMAX -> in.check(start.length == classes, "each class needs a start");
      }
      return new TreeEnsemble(
          in.text("name"),
          sum,
          inputs,
          classes,
          roots,
          nodes(in, roots, inputs, sum == TreeEnsemble.Sum.MEAN ? classes : 1),
          start);
    }

    /** Children stand behind their parents, so that every way down ends. */
    private static TreeEnsemble.Nodes nodes(ComponentReader in, int[] roots, int inputs, int held)
        throws IOException {
      int[] columns = in.ints("columns");
      double[] thresholds = in.doubles("thresholds");
      int[] next = in.ints("next");
      double[] values = in.doubles("values");
      int count = columns.length;
      in.check(
          thresholds.length == count && next.length == count,
          "each node needs a threshold and what comes next");
      in.check(
          Arrays.stream(roots).allMatch(root -> root >= 0 && root < count),
          "a tree must begin at a node");
      in.check(
          IntStream.range(0, count)
              .allMatch(
                  node ->
                      columns[node] == TreeEnsemble.Nodes.LEAF
                          ? next[node] >= 0 && (long) next[node] + held <= values.length
                          : columns[node] >= 0
                              && columns[node] < inputs
                              && next[node] > node
                              && next[node] + 1L < count),
          "each split needs a column and two nodes behind it, each leaf its values");
      return TreeEnsemble.Nodes.of(columns, thresholds, next, values);
    }
  }

  private static int inputs(ComponentReader in) throws IOException {
    return in.whole("inputs", 0, Integer.MAX_VALUE);
  }

  private static int asked(int classes) {
    return classes == 2 ? 1 : classes;
  }
}
