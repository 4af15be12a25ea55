package io.github.churnseg.internal.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.ModelFileException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged, and files that somebody made to do harm: those carry the right hash. */
@Timeout(300)
class HostileFileTest {

  private Path file;
  private Map<String, byte[]> entries;

  @BeforeEach
  void saveAToy(@TempDir Path directory) throws IOException {
    file = directory.resolve("toy.churnseg");
    Toy.holding(Toy.holding()).save(file);
    entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void everyChangedBitIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 500; trial++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      assertRefused();
    }
    assertThat(whole).hasSizeGreaterThan(5000);
  }

  @Test
  void everyCutIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += length < 100 ? 1 : 37) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused();
    }
    Files.write(file, Arrays.copyOf(whole, 1000));
    assertThatThrownBy(this::load)
        .hasMessageStartingWith(file + ": the end is missing: the file was cut off")
        .hasMessageEndingWith(
            "; save the model again, or copy the file again from where it is whole");
    Files.write(file, new byte[0]);
    assertThatThrownBy(this::load)
        .hasMessage(file + ": this is no model file; name one that save() wrote");
  }

  @Test
  void thousandsOfForgeriesEitherLoadOrAreRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(2);
    int loaded = 0;
    for (int trial = 0; trial < 1500; trial++) {
      byte[] forged = mutated(whole, random);
      Files.write(file, forged);
      reseal();
      loaded += loadsOrIsRefused() ? 1 : 0;
    }
    assertThat(loaded).isBetween(1, 1200);
  }

  /** The checksums of the zip stop most changes of bytes; here they are made right. */
  @Test
  void thousandsOfForgedContentsEitherLoadOrAreRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, byte[]> originals = Map.copyOf(entries);
    int loaded = 0;
    for (int trial = 0; trial < 1500; trial++) {
      entries.replaceAll((name, bytes) -> originals.get(name));
      String name =
          random.nextInt(4) > 0
              ? "model.json"
              : entries.keySet().stream()
                  .skip(random.nextInt(entries.size()))
                  .findFirst()
                  .orElseThrow();
      entries.computeIfPresent(name, (same, bytes) -> mutated(bytes, random));
      forge();
      loaded += loadsOrIsRefused() ? 1 : 0;
    }
    assertThat(loaded).isBetween(1, 1200);
  }

  private static byte[] mutated(byte[] bytes, SplittableRandom random) {
    if (random.nextInt(10) == 0) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
    byte[] mutated = bytes.clone();
    String likely = "0123456789-.eE\"{}[]:,ntf\\";
    for (int changes = random.nextInt(1, 4); changes > 0 && mutated.length > 0; changes--) {
      int at = random.nextInt(mutated.length);
      mutated[at] =
          (byte)
              (random.nextBoolean()
                  ? likely.charAt(random.nextInt(likely.length()))
                  : mutated[at] ^ 1 << random.nextInt(8));
    }
    return mutated;
  }

  private boolean loadsOrIsRefused() throws IOException {
    try {
      load();
      return true;
    } catch (ModelFileException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).contains(";");
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/etc/passwd", "arrays/1.f32", "arrays/00.f64", "model.json"})
  void takesNoOtherEntriesThanThoseItWrites(String name) throws IOException {
    try (ZipOutputStream zip = zip()) {
      put(zip, "model.json", entries.getOrDefault("model.json", new byte[0]));
      put(zip, tamed(name), new byte[8]);
    }
    replaceInFile(tamed(name), name);
    reseal();
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(
            file + ": '" + name + "': this entry has no place where arrays/0.… or the end was");
  }

  /** A name that no zip writer takes for a second one of its own, and as long. */
  private static String tamed(String name) {
    return "x".repeat(name.length());
  }

  private void replaceInFile(String from, String to) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, text.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void refusesAZipBombUnread() throws IOException {
    try (ZipOutputStream zip = zip()) {
      put(zip, "model.json", entries.getOrDefault("model.json", new byte[0]));
      zip.putNextEntry(new ZipEntry("arrays/0.f64"));
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        zip.write(new byte[1 << 20]);
      }
    }
    reseal();
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(
            "'arrays/0.f64': the entry is compressed, and a model file compresses");
  }

  @Test
  void anArrayCannotBeLongerThanTheFile() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int name = text.indexOf("arrays/0.f64");
    while (!text.startsWith("PK\3\4", name - 30)) {
      name = text.indexOf("arrays/0.f64", name + 1);
    }
    for (int at : new int[] {name - 12, name - 8}) {
      whole[at] = (byte) 0xf8;
      whole[at + 3] = 0x7f;
    }
    Files.write(file, whole);
    reseal();
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("'arrays/0.f64': the entry says it has 2,130,706,680 bytes")
        .hasMessageContaining("at most " + String.format("%,d", Files.size(file)));
  }

  @Test
  void refusesFilesBeyondAllModels() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("3,221,225,472 bytes, and a model file has at most 2,147,483,648");
  }

  @Test
  void jsonKeepsToItsLimits() throws IOException {
    for (String json :
        new String[] {
          "[".repeat(100_000),
          "{\"a\":".repeat(5000),
          "{\"a\":[" + "0,".repeat(2_000_000) + "0]}",
          "{\"a\":\"" + "x".repeat(2_000_000) + "\"}",
          "{\"a\":" + "9".repeat(1000) + "}",
          "{\"a\":1e999999999}",
          "{\"a\":1,\"a\":2}",
          "{\"a\":null}",
          "{\"a\":1} {}",
          "{\"a\":1",
          " ".repeat(Json.MOST_BYTES + 1),
          ""
        }) {
      entries.put("model.json", json.getBytes(StandardCharsets.UTF_8));
      forge();
      assertRefused();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "version" : 1          | "version" : 7          | version: this is version 7 of the format, and churnseg
          "version" : 1          | "version" : "1"        | version: this must be a whole number
          churnseg model         | parquet                | the format must be 'churnseg model'
          test.toy               | other.model            | model: a component of type 'other.model' needs the dependency 'io.github.churnseg:churnseg-toys'; add it to the class path
          "whole"                | "hole"                 | model.whole: there is no such value
          "flag" : true          | "flag" : true, "x" : 1 | model: this version of churnseg does not know 'x'
          "flag" : true          | "flag" : false         | model: the values contradict one another: the flag must be up
          "ROBUST"               | "ROBUSTER"             | model.scaling: 'ROBUSTER' is none of [NONE
          arrays/2.i32           | arrays/3.i64           | model.ints: this must be an array of int
          arrays/2.i32           | arrays/99.i32          | 'arrays/99.i32': there is no such array
          "value" : 0.1          | "value" : "much"       | model.decimals[0].value: this must be a number with a
          "as-of" : "2011        | "as-of" : "last year   | model.provenance: cannot be read: Text 'last year
          """)
  void namesThePlaceTheValueAndTheWayOut(String from, String to, String message)
      throws IOException {
    String json =
        new String(entries.getOrDefault("model.json", new byte[0]), StandardCharsets.UTF_8);
    assertThat(json).contains(from);
    // The first of each, but both the artifact's and the model's type.
    UnaryOperator<String> change =
        text -> from.equals("test.toy") ? text.replace(from, to) : text.replaceFirst(from, to);
    entries.put("model.json", change.apply(json).getBytes(StandardCharsets.UTF_8));
    forge();
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": " + (message.startsWith("the format") ? "" : message))
        .hasMessageContaining(message);
  }

  @Test
  void namesTheModuleThatIsMissingAsFarAsItIsKnown() throws IOException {
    change("\"type\" : \"test.toy\"", "\"type\" : \"a.b\"");
    assertThatThrownBy(this::load)
        .hasMessageContaining(
            "no codec on the class path knows the type 'a.b'; add the module it comes from");
  }

  @Test
  void arraysBelongToSomething() throws IOException {
    int arrays = entries.size() - 1;
    entries.put("arrays/" + arrays + ".i8", new byte[1]);
    forge();
    assertThatThrownBy(this::load).hasMessageContaining("arrays: 1 of them belong to nothing");
  }

  @Test
  void aForgedFileLoadsIfItIsSound() throws IOException {
    forge();
    assertThatCode(this::load).doesNotThrowAnyException();
  }

  private void change(String from, String to) throws IOException {
    entries.computeIfPresent(
        "model.json",
        (name, json) ->
            new String(json, StandardCharsets.UTF_8)
                .replace(from, to)
                .getBytes(StandardCharsets.UTF_8));
    forge();
  }

  private void load() throws IOException {
    ModelFile.load(file, Toy.class);
  }

  private void assertRefused() {
    assertThatThrownBy(this::load)
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith(file + ": ");
  }

  /** Writes the entries as a model file with the right checksums and hash. */
  private void forge() throws IOException {
    try (ZipOutputStream zip = zip()) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
    reseal();
  }

  private ZipOutputStream zip() throws IOException {
    OutputStream out =
        Channels.newOutputStream(
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
    zip.setComment(Seal.blank());
    return zip;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Makes the hash right; also where the seal itself was mutated, as far as the file is long. */
  private void reseal() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.size() > 100) {
        Seal.set(channel);
      }
    }
  }
}
