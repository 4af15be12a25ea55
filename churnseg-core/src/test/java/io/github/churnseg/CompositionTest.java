package io.github.churnseg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that make no sense do not compile, and the compiler points at the call that is wrong. */
class CompositionTest {

  private static final String RIGHT =
      """
      Segmentation.builder()
          .features(rfm)
          .segmentBy("value", byRfm)
          .segmentBy("behaviour", byAny)
          .combine(LabelRule.cross())
          .classifyWith(classifier, firstOrder)
          .build()
          .fit(log)
          .predict(log);""";

  private static List<Diagnostic<? extends JavaFileObject>> compile(String statement) {
    String source =
        """
        import io.github.churnseg.*;
        import io.github.churnseg.data.*;
        import io.github.churnseg.features.*;
        import io.github.churnseg.model.*;
        interface RfmLike extends CustomerFeatures {}
        class Shop {
          void chain(FeatureExtractor<Transactions, RfmLike> rfm,
              FeatureExtractor<Transactions, CustomerFeatures> plain,
              FeatureExtractor<String, CustomerFeatures> ofTexts,
              Segmenter<RfmLike> byRfm, Segmenter<CustomerFeatures> byAny,
              Classifier classifier, FeatureExtractor<Transactions, CustomerFeatures> firstOrder,
              Transactions log) {
        """
            + statement
            + "\n}}";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Shop.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    compiler
        .getTask(
            null,
            null,
            found,
            List.of(
                "-proc:none",
                "-implicit:none",
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-XDshould-stop.ifError=FLOW",
                "-cp",
                System.getProperty("java.class.path")),
            null,
            List.of(file))
        .call();
    List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(one);
      }
    }
    return errors;
  }

  private static Arguments wrong(String why, String call, String... calls) {
    return Arguments.of(why, call, "Segmentation.builder()\n" + String.join("\n", calls) + ";");
  }

  static Stream<Arguments> wrongOnes() {
    return Stream.of(
        wrong("a plan without features", ".build()", ".build()"),
        wrong("a plan without a segmenter", ".build()", ".features(plain)", ".build()"),
        wrong(
            "a segmenter before the features",
            ".segmentBy(\"value\", byAny)",
            ".segmentBy(\"value\", byAny)",
            ".features(plain)"),
        wrong(
            "RFM segments of features that are no RFM",
            ".segmentBy(\"value\", byRfm)",
            ".features(plain)",
            ".segmentBy(\"value\", byRfm)",
            ".build()"),
        wrong(
            "newcomers derived from something other than the customers",
            ".classifyWith(classifier, ofTexts)",
            ".features(rfm)",
            ".segmentBy(\"value\", byRfm)",
            ".classifyWith(classifier, ofTexts)",
            ".build()"),
        wrong(
            "a rule before there is anything to combine",
            ".combine(LabelRule.cross())",
            ".features(rfm)",
            ".combine(LabelRule.cross())",
            ".segmentBy(\"value\", byRfm)"),
        wrong(
            "a classifier that does not know newcomers",
            ".classifyWith(classifier)",
            ".features(rfm)",
            ".segmentBy(\"value\", byRfm)",
            ".classifyWith(classifier)",
            ".build()"),
        wrong(
            "a segmenter after the classifier",
            ".segmentBy(\"behaviour\", byAny)",
            ".features(rfm)",
            ".segmentBy(\"value\", byRfm)",
            ".classifyWith(classifier, firstOrder)",
            ".segmentBy(\"behaviour\", byAny)"),
        wrong(
            "a prediction without a classifier",
            ".predict(log)",
            ".features(rfm)",
            ".segmentBy(\"value\", byRfm)",
            ".build()",
            ".fit(log)",
            ".predict(log)"));
  }

  @Test
  void theRightOneCompiles() {
    assertThat(compile(RIGHT)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongOnes")
  void doesNotCompile(String why, String call, String statement) throws IOException {
    List<Diagnostic<? extends JavaFileObject>> errors = compile(statement);
    assertThat(errors).as(why).hasSize(1);
    Diagnostic<? extends JavaFileObject> error = errors.get(0);
    String source = error.getSource().getCharContent(true).toString();
    assertThat(source.split("\n", -1)[(int) error.getLineNumber() - 1].strip())
        .as("the line the compiler points at")
        .startsWith(call);
    String method = call.substring(1, call.indexOf('('));
    // Of an argument that does not fit, the compiler names the two types.
    assertThat(error.getMessage(Locale.ROOT)).containsAnyOf(method, "> cannot be converted to");
  }
}
