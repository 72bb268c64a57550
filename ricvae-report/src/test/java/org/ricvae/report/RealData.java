package org.ricvae.report;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real data sets are: RICVAE_DATA, or {@code shared/data} beside the repository. */
final class RealData {
  private RealData() {}

  static Path folder() {
    String set = System.getenv("RICVAE_DATA");
    if (set != null) {
      return Path.of(set);
    }
    Path shared = Path.of("shared", "data");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(shared))) {
        return at.resolve(shared);
      }
    }
    return shared;
  }
}
