package io.github.churnseg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Nothing stands in the documentation that does not run.
 *
 * <p>A block of Java follows a line {@code <!-- snippet: File#region -->} and is that region of
 * that example; a block of text follows {@code <!-- output: File -->} and is what its {@code main}
 * prints. An ellipsis for a first or last line stands for what is left out there.
 */
class DocumentationTest {

  /** What examples have printed so far. */
  private static final Map<String, String> OUTPUTS = new HashMap<>();

  private static final Path ROOT = Path.of("..");
  private static final Path SOURCES = Path.of("src/main/java/io/github/churnseg/examples");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:<!-- (snippet|output): (\\w+)(?:#(\\w+))? -->\\n)?```(java|text)\\n(.*?)```",
          Pattern.DOTALL);

  @TestFactory
  List<DynamicTest> everyBlockIsWhatTheExampleSaysOrPrints() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      while (block.find()) {
        String kind = block.group(1);
        String file = block.group(2);
        String region = block.group(3);
        String text = block.group(5);
        String name = ROOT.relativize(page) + ": " + kind + " " + file + "#" + region;
        tests.add(DynamicTest.dynamicTest(name, () -> check(kind, file, region, text)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    Path docs = ROOT.resolve("docs");
    if (Files.isDirectory(docs)) {
      try (Stream<Path> files = Files.walk(docs)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static void check(String kind, String file, String region, String text) throws Exception {
    assertThat(kind).as("a block without a snippet or output line above it").isNotNull();
    if (kind.equals("snippet")) {
      assertThat(text).isEqualTo(region(SOURCES.resolve(file + ".java"), region));
    } else {
      boolean fromTheStart = !text.startsWith("…\n");
      boolean toTheEnd = !text.endsWith("\n…\n");
      String lines =
          text.substring(fromTheStart ? 0 : 1, toTheEnd ? text.length() : text.length() - 2);
      // Each line with the break before it, so that only whole lines are found.
      String printed = "\n" + outputOf(file);
      if (fromTheStart && toTheEnd && sameButForRounding(text, printed.substring(1))) {
        return;
      }
      lines = fromTheStart ? "\n" + lines : lines;
      assertThat(printed).contains(lines);
      assertThat(!fromTheStart || printed.startsWith(lines)).as("from the start").isTrue();
      assertThat(!toTheEnd || printed.endsWith(lines)).as("to the end").isTrue();
    }
  }

  /** Networks are trained by native code, whose last bits are those of the processor. */
  private static boolean sameButForRounding(String text, String printed) {
    String[] words = text.split("\\s+", -1);
    String[] others = printed.split("\\s+", -1);
    boolean same = words.length == others.length;
    for (int at = 0; at < words.length && same; at++) {
      boolean decimals = words[at].matches("0\\.\\d{3}") && others[at].matches("0\\.\\d{3}");
      same =
          words[at].equals(others[at])
              || (decimals
                  && Math.abs(Double.parseDouble(words[at]) - Double.parseDouble(others[at]))
                      < 0.015);
    }
    return same;
  }

  private static String region(Path source, String name) throws IOException {
    List<String> lines = Files.readAllLines(source);
    int from = indexOf(lines, "// region " + name) + 1;
    List<String> body =
        lines.subList(from, from + indexOf(lines.subList(from, lines.size()), "// endregion"));
    // A blank last line would count as one without indentation.
    return String.join("\n", body).stripTrailing().stripIndent() + "\n";
  }

  private static int indexOf(List<String> lines, String marker) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(marker)) {
        return i;
      }
    }
    throw new AssertionError("no line '" + marker + "'");
  }

  private static String outputOf(String file) throws Exception {
    String known = OUTPUTS.get(file);
    if (known == null) {
      known = run(file);
      OUTPUTS.put(file, known);
    }
    return known;
  }

  private static String run(String file) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      Class.forName("io.github.churnseg.examples." + file)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
