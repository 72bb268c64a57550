package org.ricvae.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ricvae.data.InputException;

/** Which of several arrays in a file is meant. */
final class Members {
  private Members() {}

  /**
   * The one asked for; else the only one; else the first of the usual names that is there.
   *
   * @param kind what the file's members are called, in the plural
   * @throws InputException where that leaves none, naming those there are
   */
  static String choose(
      Path path, List<String> present, Optional<String> wanted, List<String> usual, String kind) {
    if (present.isEmpty()) {
      throw new InputException("%s holds no numeric %s".formatted(path, kind));
    }
    if (wanted.isPresent()) {
      if (!present.contains(wanted.get())) {
        throw new InputException(
            "%s has no '%s' among its %s: %s"
                .formatted(path, wanted.get(), kind, String.join(", ", present)));
      }
      return wanted.get();
    }
    if (present.size() == 1) {
      return present.get(0);
    }
    return usual.stream()
        .filter(present::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "%s holds several %s, say which member to read: %s"
                        .formatted(path, kind, String.join(", ", present))));
  }
}
