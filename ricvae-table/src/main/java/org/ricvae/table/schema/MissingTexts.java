package org.ricvae.table.schema;

import java.util.Set;

/** Texts by which people say that a cell is empty. */
final class MissingTexts {
  private static final Set<String> TEXTS =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", "--", ".");

  private MissingTexts() {}

  static boolean isMissing(String text) {
    return text == null
        || (text.length() <= 4 && TEXTS.contains(text.strip().toLowerCase(java.util.Locale.ROOT)));
  }
}
