package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** What {@link KeptChainTest} runs on class paths that lack ND4J or a module. */
public final class LoadedChain implements Callable<String> {

  private static final Path FILE =
      Path.of("src", "test", "resources", "models", "0.1.0", "chain.churnseg");

  static ClassifiedModel<Transactions> load() throws IOException {
    return ClassifiedModel.load(FILE, Transactions.class);
  }

  static String says(ClassifiedModel<Transactions> chain) {
    Transactions newcomers = Transactions.from(GeneratedShop.of(40, 7).purchases());
    return chain.assign(newcomers).toTable().printAll()
        + chain.predict(newcomers).toTable().printAll()
        + chain.drift(newcomers)
        + chain.report();
  }

  /** Says what the chain says, or why it cannot be loaded. */
  @Override
  public String call() {
    String found;
    try {
      found = Class.forName("org.nd4j.linalg.factory.Nd4j").getSimpleName();
    } catch (ClassNotFoundException e) {
      found = "no ND4J";
    }
    try {
      return found + ": " + says(load());
    } catch (IOException e) {
      return found + ": " + e.getMessage();
    }
  }
}
