package io.github.churnseg.internal.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.internal.LibraryVersion;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.ModelFileException;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile(@TempDir Path empty) {
    directory = empty;
    file = directory.resolve("toy.churnseg");
  }

  @Test
  void givesBackWhatWasSavedToTheBit() throws IOException {
    Toy toy = Toy.holding(Toy.holding(), Toy.holding(Toy.holding()));
    toy.save(file);
    Toy loaded = ModelFile.load(file, Toy.class);
    assertThat(loaded).isEqualTo(toy);
    assertThat(loaded.provenance()).isEqualTo(Toy.DATED);
  }

  @Test
  void equalModelsGiveEqualFiles() throws IOException {
    Toy.holding(Toy.holding()).save(file);
    Path other = directory.resolve("other");
    ModelFile.load(file, Toy.class).save(other);
    assertThat(file).hasSameBinaryContentAs(other);
  }

  @Test
  void isAZipOfJsonAndRawArrays() throws IOException {
    Toy.holding().save(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(Object::toString))
          .containsExactly(
              "model.json",
              "arrays/0.f64",
              "arrays/1.f32",
              "arrays/2.i32",
              "arrays/3.i64",
              "arrays/4.i8",
              "arrays/5.f64");
      byte[] ints = zip.getInputStream(zip.getEntry("arrays/2.i32")).readAllBytes();
      assertThat(ints).startsWith(0, 0, 0, 0x80, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 7);
      byte[] json = zip.getInputStream(zip.getEntry("model.json")).readAllBytes();
      assertThat(new String(json, StandardCharsets.UTF_8))
          .contains("\"format\" : \"churnseg model\"")
          .contains("\"version\" : 1")
          .contains("\"test.toy\" : \"io.github.churnseg:churnseg-toys\"")
          .contains("\"data\" : \"00ff00ff00ff00ff\"");
      assertThat(zip.getComment()).matches("churnseg sha256 [0-9a-f]{64}");
    }
  }

  @Test
  void replacesAFileAndLeavesNothingElseBehind() throws IOException {
    Files.writeString(file, "old");
    Toy.holding().save(file);
    assertThat(ModelFile.load(file, Toy.class)).isEqualTo(Toy.holding());
    assertThat(files()).containsExactly(file);
  }

  @Test
  void leavesTheOldFileWhereSavingFails() throws IOException {
    Files.writeString(file, "old");
    LabelRule rule = labels -> labels.get(0);
    assertThatThrownBy(() -> Toy.holding(rule).save(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a lambda cannot be saved: a file holds no code");
    assertThatThrownBy(() -> Toy.holding("text").save(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a java.lang.String cannot be saved: there is no ModelCodec");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void refusesDirectoriesAndPlacesThatAreNot() {
    assertThatThrownBy(() -> Toy.holding().save(directory))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(directory + ": this is a directory; name a file in it, such as model.churnseg");
    assertThatThrownBy(() -> ModelFile.load(directory, Toy.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("this is no regular file");
    Path nowhere = directory.resolve("no").resolve("toy.churnseg");
    assertThatThrownBy(() -> Toy.holding().save(nowhere))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("there is no directory " + directory.resolve("no") + "; make it");
    assertThatThrownBy(() -> ModelFile.load(nowhere, Toy.class))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesToSaveInAFile() throws IOException {
    Files.writeString(file, "no directory");
    assertThatThrownBy(() -> Toy.holding().save(file.resolve("toy")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("this is a file, and the model was to be saved in it");
  }

  @Test
  void savesToANameWithoutDirectory() throws IOException {
    Path here = Path.of("just-a-name-" + ProcessHandle.current().pid() + ".churnseg");
    try {
      Toy.holding().save(here);
      assertThat(ModelFile.load(here, Model.class)).isEqualTo(Toy.holding());
    } finally {
      Files.deleteIfExists(here);
    }
  }

  @Test
  void saysWhatAFileHoldsInsteadOfWhatWasWanted() throws IOException {
    Toy.holding().save(file);
    assertThatThrownBy(() -> ModelFile.load(file, SegmentModel.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(file + ": model: this is a Toy, not a SegmentModel; load it as what it is");
  }

  @Test
  void provenanceSaysItAll() {
    assertThat(Toy.DATED)
        .hasToString(
            "toy, k=2, seed -42; learnt by churnseg 0.0.1 from 7 customers as of"
                + " 2011-12-10T00:00, data 00ff00ff00ff00ff");
    assertThat(LibraryVersion.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    Provenance changed = Toy.DATED.withSettings("x").withSeed(1);
    assertThat(changed.settings() + changed.seed().orElseThrow() + changed.rows()).isEqualTo("x17");
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.toList().stream();
    }
  }
}
