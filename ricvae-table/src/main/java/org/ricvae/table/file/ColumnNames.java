package org.ricvae.table.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names by which columns can be told apart: an empty one becomes {@code column 3} (by its place,
 * from 1), a repeated one {@code name (2)}.
 *
 * @param names unique, not blank
 * @param notes what was renamed, a line each
 */
record ColumnNames(List<String> names, List<String> notes) {
  static ColumnNames of(List<String> given) {
    Set<String> taken = new HashSet<>(given);
    Set<String> used = new HashSet<>();
    List<String> names = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int j = 0; j < given.size(); j++) {
      String base = given.get(j).isBlank() ? "column " + (j + 1) : given.get(j);
      String name = base;
      boolean renamed = given.get(j).isBlank();
      for (int n = 2; used.contains(name) || (renamed && taken.contains(name)); n++) {
        name = "%s (%d)".formatted(base, n);
        renamed = true;
      }
      used.add(name);
      names.add(name);
      if (renamed) {
        notes.add(
            "column %d %s; it is called \"%s\" here, and keeps its name in the file"
                .formatted(
                    j + 1,
                    given.get(j).isBlank() ? "has no name" : "is a second \"" + base + "\"",
                    name));
      }
    }
    return new ColumnNames(names, notes);
  }
}
