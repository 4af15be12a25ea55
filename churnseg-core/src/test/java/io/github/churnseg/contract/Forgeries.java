package io.github.churnseg.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.ModelFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes the content of a model file as somebody would who means harm: with the right hashes. */
final class Forgeries {

  private static final int TRIALS = 200;
  private static final int DIGITS = 64;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final SplittableRandom random = new SplittableRandom(5);

  private Forgeries(Path original) throws IOException {
    try (ZipFile zip = new ZipFile(original.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  /** Each is refused as a file, or gives a model that answers or refuses. */
  static <M extends Model> void check(Path original, Class<M> type, Function<M, String> says)
      throws IOException {
    Forgeries forgeries = new Forgeries(original);
    Path file = Files.createTempFile("forged", ".churnseg");
    try {
      for (int trial = 0; trial < TRIALS; trial++) {
        Files.write(file, forgeries.next());
        Optional<M> model = load(file, type);
        try {
          assertThat(model.map(says)).isNotNull();
        } catch (RuntimeException e) {
          // A model of nonsense may refuse to speak, but must neither hang nor end the machine.
          assertThat(e).isNotNull();
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Nothing else than a refusal may come of a file. */
  private static <M extends Model> Optional<M> load(Path file, Class<M> type) throws IOException {
    try {
      return Optional.of(ModelFile.load(file, type));
    } catch (ModelFileException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      return Optional.empty();
    }
  }

  private byte[] next() throws IOException {
    Map<String, byte[]> forged = new LinkedHashMap<>(entries);
    String name =
        random.nextInt(3) == 0
            ? "model.json"
            : entries.keySet().stream()
                .skip(random.nextInt(entries.size()))
                .findFirst()
                .orElseThrow();
    forged.computeIfPresent(
        name, (same, bytes) -> same.endsWith(".json") ? json(bytes) : array(bytes));
    return sealed(forged);
  }

  /** Another number for one that is there. */
  private byte[] json(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int from = text.indexOf("\"values\"");
    int at = from + random.nextInt(text.length() - from);
    while (at < text.length() && !Character.isDigit(text.charAt(at))) {
      at++;
    }
    String[] numbers = {"-1", "0", "1", "7", "2147483647", "9223372036854775807", "1e308"};
    String changed =
        at == text.length()
            ? text.substring(0, random.nextInt(text.length()))
            : text.substring(0, at)
                + numbers[random.nextInt(numbers.length)]
                + text.substring(at + 1);
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] array(byte[] bytes) {
    if (bytes.length == 0 || random.nextInt(8) == 0) {
      return new byte[8 * random.nextInt(20)];
    }
    byte[] changed = bytes.clone();
    for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] sealed(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment("churnseg sha256 " + "0".repeat(DIGITS));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        CRC32 crc = new CRC32();
        crc.update(entry.getValue());
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setMethod(ZipEntry.STORED);
        header.setSize(entry.getValue().length);
        header.setCrc(crc.getValue());
        zip.putNextEntry(header);
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    byte[] bytes = out.toByteArray();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, bytes.length - DIGITS);
      byte[] hash = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(hash, 0, bytes, bytes.length - DIGITS, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return bytes;
  }
}
