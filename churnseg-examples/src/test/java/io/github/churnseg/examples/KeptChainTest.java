package io.github.churnseg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.contract.KeptModels;
import io.github.churnseg.data.Transactions;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Chains that were saved by the releases say what they said then, also where modules are absent.
 */
class KeptChainTest {

  @Test
  @SuppressWarnings("unchecked")
  void loadsChains() throws IOException {
    KeptModels.check(
        "chain", KeptChainTest::fitted, ClassifiedModel.class, chain -> LoadedChain.says(chain));
  }

  private static ClassifiedModel<Transactions> fitted() {
    Transactions log = Transactions.from(GeneratedShop.of(600, 3).purchases());
    return WholeChain.plan(WholeChain.threeGroups(WholeChain.segments(log)), "city", "category")
        .fit(log);
  }

  @Test
  void predictsWhereThereIsNoNd4j() throws Exception {
    assertThat(runWithout(".*(nd4j|deeplearning4j|openblas|javacpp|mkl).*\\.jar"))
        .startsWith("no ND4J: ")
        .endsWith(LoadedChain.says(LoadedChain.load()));
  }

  @Test
  void namesTheArtifactThatIsMissing() throws Exception {
    assertThat(runWithout(".*churnseg-cluster.*"))
        .contains("'cluster.k-means' needs the dependency 'io.github.churnseg:churnseg-cluster'")
        .contains("add it to the class path");
    assertThat(runWithout(".*churnseg-rfm.*"))
        .contains("needs the dependency 'io.github.churnseg:churnseg-rfm'");
  }

  private static String runWithout(String absent) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithout(absent), ClassLoader.getPlatformClassLoader())) {
      Object call =
          loader.loadClass(LoadedChain.class.getName()).getDeclaredConstructor().newInstance();
      return (String) ((Callable<?>) call).call();
    }
  }

  private static URL[] classPathWithout(String absent) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.matches(absent)) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }
}
