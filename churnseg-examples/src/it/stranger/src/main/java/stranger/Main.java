package stranger;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/** Segments a few purchases and fails if a native library came along. */
public final class Main {

  private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib", ".jnilib");

  public static void main(String[] args) throws IOException {
    var noon = LocalDate.of(2026, 1, 1).atTime(12, 0);
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("007", "1", noon, 10.50),
                Purchase.of("007", "2", noon.plusDays(30), 5.25),
                Purchase.of("008", "3", noon.plusDays(10), 99.00)));
    var rfm = Rfm.withDefaults().extract(log.asOf(LocalDate.of(2026, 3, 1)));
    System.out.println(RfmSegments.quintiles().fit(rfm).report());
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (jar.endsWith(".jar")) {
        refuseNatives(jar);
      }
    }
  }

  private static void refuseNatives(String jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      zip.stream()
          .filter(entry -> NATIVE.stream().anyMatch(entry.getName().toLowerCase(Locale.ROOT)::endsWith))
          .findFirst()
          .ifPresent(
              entry -> {
                throw new IllegalStateException(jar + " holds a native library: " + entry);
              });
    }
  }
}
