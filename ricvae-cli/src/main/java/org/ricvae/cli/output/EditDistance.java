package org.ricvae.cli.output;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How far apart two words are: insertions, deletions, replacements, and swaps of neighbours
 * (optimal string alignment). picocli's own suggestions compare pairs of letters, and answer
 * "trian" with "clean".
 */
public final class EditDistance {
  private EditDistance() {}

  /** The word nearest to a mistyped one, if one is near enough to be meant. */
  public static Optional<String> nearest(String typed, Collection<String> words) {
    return words.stream()
        .filter(
            word -> word.startsWith(typed) || of(typed, word) <= Math.max(1, typed.length() / 3))
        .min(Comparator.comparingInt((String word) -> of(typed, word)).thenComparing(word -> word));
  }

  static int of(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(d[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
