package io.github.churnseg.cluster;

import java.util.Optional;

/**
 * Which loops to use: those in explicit vector instructions where the virtual machine was started
 * with {@code --add-modules jdk.incubator.vector} and they have become faster, else those that
 * every virtual machine has. Both give the same bits.
 */
final class Kernels {

  private static final String MODULE = "jdk.incubator.vector";

  /** One for all, since all take the same time. */
  private static final Trial TRIAL = new Trial();

  private Kernels() {}

  static Kernel best() {
    return vector()
        .<Kernel>map(vector -> new TrialKernel(new ScalarKernel(), vector, TRIAL))
        .orElseGet(ScalarKernel::new);
  }

  /** The kernel in explicit vector instructions, if there is one. */
  static Optional<Kernel> vector() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.empty();
    }
    try {
      // By name, since the class cannot be loaded without the module.
      return Optional.of(
          Class.forName("io.github.churnseg.cluster.VectorKernel")
              .asSubclass(Kernel.class)
              .getDeclaredConstructor()
              .newInstance());
    } catch (ReflectiveOperationException | LinkageError e) {
      // A later version of the incubating module may be another: the rest works without it.
      return Optional.empty();
    }
  }
}
