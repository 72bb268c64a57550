package org.ricvae.table.schema;

import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.table.file.Column;

/**
 * What the user knows better than the search.
 *
 * @param categorical columns to be taken as categories, even where they look like numbers
 * @param numeric columns to be taken as numbers
 * @param ignored columns not to be looked at, such as numbers of rows
 */
public record SchemaOptions(Set<String> categorical, Set<String> numeric, Set<String> ignored) {
  /** All is found in the table. */
  public static final SchemaOptions AUTOMATIC = new SchemaOptions(Set.of(), Set.of(), Set.of());

  /** Copies the sets; no column may be in two of them. */
  public SchemaOptions {
    categorical = Set.copyOf(categorical);
    numeric = Set.copyOf(numeric);
    ignored = Set.copyOf(ignored);
    refuseBoth("--categorical", categorical, "--numeric", numeric);
    refuseBoth("--categorical", categorical, "--ignore", ignored);
    refuseBoth("--numeric", numeric, "--ignore", ignored);
  }

  private static void refuseBoth(String one, Set<String> a, String other, Set<String> b) {
    a.stream()
        .filter(b::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new InputException(
                  "column %s is given with %s and with %s; give it once"
                      .formatted(name, one, other));
            });
  }

  /**
   * Refuses names that the table does not have.
   *
   * @throws InputException naming the first such column and those that there are
   */
  public void requireKnown(String source, List<Column> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    for (Set<String> given : List.of(categorical, numeric, ignored)) {
      given.stream()
          .filter(name -> !names.contains(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw new InputException(
                    "%s has no column %s; its columns are %s"
                        .formatted(
                            source,
                            name,
                            String.join(", ", names.subList(0, Math.min(20, names.size())))));
              });
    }
  }
}
