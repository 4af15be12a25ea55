package io.github.churnseg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Examples that no page of the documentation shows run all the same. */
class ExamplesRunTest {

  interface Main {
    void run(String... args) throws Exception;
  }

  static String printed(Main main) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      main.run();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whoIsLeaving() throws Exception {
    assertThat(printed(WhoIsLeaving::main))
        .contains("back-test by time", "recency alone", "risk ≥ 0.6", "not held out");
  }

  @Test
  void wholeChain() throws Exception {
    assertThat(printed(WholeChain::main))
        .contains("done: classifier", "== newcomers ==", "largest class", "P(loyal)", "PSI");
  }

  @Test
  void customerTable() throws Exception {
    assertThat(printed(CustomerTable::main))
        .contains("features as given", "the given columns [city]", "1000 customers in all")
        .doesNotContain("== data ==");
  }

  @Test
  void knownTruth() throws Exception {
    assertThat(printed(KnownTruth::main)).contains("at best", "rank correlation", "K-means");
  }
}
