package io.github.churnseg.examples;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegmentModel;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves a model, and loads it as a service would. */
public final class SaveModel {

  private SaveModel() {}

  /**
   * Prints where a loaded model comes from.
   *
   * @param args none
   * @throws IOException if the temporary file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Transactions log = Transactions.from(GeneratedShop.of(500, 42).purchases());
    RfmSegmentModel model = RfmSegments.quintiles().fit(Rfm.withDefaults().extract(log));
    Path file = Files.createTempFile("segments", ".churnseg");
    try {
      // region save
      model.save(file);
      RfmSegmentModel served = ModelFile.load(file, RfmSegmentModel.class);
      // endregion
      System.out.println(served.provenance());
    } finally {
      Files.delete(file);
    }
  }
}
