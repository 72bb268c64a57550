package org.ricvae.cli.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/** The files that a command reads and writes, by their options: none may be another's. */
final class Outputs {
  private final Map<Path, String> names = new HashMap<>();
  private final Map<String, Path> places = new LinkedHashMap<>();

  /** Begins with the table that is read. */
  Outputs(Path table) {
    names.put(table.toAbsolutePath().normalize(), "the table");
  }

  /**
   * Adds a file to write.
   *
   * @param place null: not asked for
   */
  Outputs with(String option, Path place) {
    if (place != null) {
      String other = names.putIfAbsent(place.toAbsolutePath().normalize(), option);
      if (other != null) {
        throw new InputException(
            "%s and %s name the same file, %s; give each a name of its own"
                .formatted(other, option, place));
      }
      places.put(option, place);
    }
    return this;
  }

  /**
   * Fails where writing would: before all the work rather than after.
   *
   * @throws InputException where one is there already and must not be replaced, or cannot be
   *     written
   */
  void check(boolean overwrite) {
    for (Path place : places.values()) {
      if (Files.exists(place) && !overwrite) {
        throw new InputException(
            "%s is there already; choose another name, or --overwrite it".formatted(place));
      }
      AtomicFile.open(place).close();
    }
  }
}
