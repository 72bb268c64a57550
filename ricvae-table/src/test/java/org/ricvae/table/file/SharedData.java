package org.ricvae.table.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data kept outside the repository: $RICVAE_DATA, or shared/data beside the repository. */
final class SharedData {
  private SharedData() {}

  /** A file there; the test is skipped where it is absent. */
  static Path file(String name) {
    String set = System.getenv("RICVAE_DATA");
    Path folder = set == null ? beside() : Path.of(set);
    Path file = folder.resolve(name);
    assumeTrue(
        Files.exists(file), () -> file + " is absent: set RICVAE_DATA to the folder of real data");
    return file;
  }

  private static Path beside() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null) {
      folder = folder.getParent();
      if (Files.isDirectory(folder.resolve("shared/data"))) {
        return folder.resolve("shared/data");
      }
    }
    return Path.of("shared/data");
  }
}
