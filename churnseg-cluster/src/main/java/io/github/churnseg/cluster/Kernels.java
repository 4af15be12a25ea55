package io.github.churnseg.cluster;

/**
 * Which loops to use: those in explicit vector instructions where the virtual machine was started
 * with {@code --add-modules jdk.incubator.vector}, else those that every virtual machine has. Both
 * give the same bits.
 */
final class Kernels {

  private static final String MODULE = "jdk.incubator.vector";

  private Kernels() {}

  static Kernel best() {
    return ModuleLayer.boot().findModule(MODULE).isPresent() ? vector() : new ScalarKernel();
  }

  private static Kernel vector() {
    try {
      // By name, since the class cannot be loaded without the module.
      return Class.forName("io.github.churnseg.cluster.VectorKernel")
          .asSubclass(Kernel.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // A later version of the incubating module may be another: the rest works without it.
      return new ScalarKernel();
    }
  }
}
