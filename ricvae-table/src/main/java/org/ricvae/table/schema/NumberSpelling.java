package org.ricvae.table.schema;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * What number a text is meant for that is none, such as {@code 1O5} or {@code x5957}: one of those
 * that the column repeats, if it is near in letters, by the odds of {@link Spelling}, and near to
 * what the other cells say, with Laplace's density.
 */
final class NumberSpelling {
  /** Nine of ten lie within so many of Laplace's scales. */
  private static final double INTERVAL = Math.log(10);

  private NumberSpelling() {}

  /**
   * The repeated number that is likelier than chance, and likeliest.
   *
   * @param expected what the others say, scaled
   * @param interval nine of ten cells lie within this of what is expected
   * @return its text; null: none
   */
  static String of(NumericField field, String text, double expected, double interval) {
    if (Spelling.slips(text) < 1) {
      return null;
    }
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(Spelling.slips(text));
    String best = null;
    double most = 0;
    for (String number : field.repeated()) {
      int slips = distance.apply(text, number);
      if (slips < 0) {
        continue;
      }
      double away = Math.abs(field.scale().scale(field.text().parse(number)) - expected);
      double odds = Spelling.logOdds(text, slips) - INTERVAL * away / interval;
      if (odds > most) {
        most = odds;
        best = number;
      }
    }
    return best;
  }
}
