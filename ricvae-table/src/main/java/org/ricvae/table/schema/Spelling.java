package org.ricvae.table.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * The texts of a categorical column by number, and what each may be a misspelling of. Numbers below
 * {@link CategoricalField#size()} are the model's own; rare and new texts get further ones as they
 * come. Not to be asked for new texts by two threads at once.
 *
 * <p>A rare text of L letters that is d slips from a frequent one is a misspelling rather than a
 * value of its own by log odds of 2 L − 4 d: by chance, a letter is hit upon with probability e⁻²,
 * and a slip costs e⁻⁴, for where it is and what it makes of a letter. (Slips: letters replaced,
 * missing, added, or swapped with a neighbour.) The constants are round, and fitted to nothing. But
 * where values are near to each other by their nature, as {@code 37 patients} and {@code 38
 * patients}, that says little: the odds are at most the inverse share of cells whose category is as
 * likely, by its letters, to be a more frequent one misspelt.
 */
public final class Spelling {
  private static final double LETTER = 2;
  private static final double SLIP = 4;

  /** More slips than this are not looked for. */
  private static final int MOST_SLIPS = 16;

  /**
   * A text that is more frequent, as a share of what it may be meant for, is a value of its own.
   */
  private static final double RARE = 0.25;

  private final CategoricalField field;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Near> near = new ArrayList<>();
  private final String letters;

  private final double[] naturalOdds;

  /**
   * What a text may be meant for.
   *
   * @param categories by number
   * @param odds by how much likelier it is that this category was misspelt than that the text is
   *     what it says; one a category
   */
  public record Near(int[] categories, double[] odds) {
    static final Near NONE = new Near(new int[0], new double[0]);
  }

  private record Candidate(int category, double logOdds) {}

  Spelling(CategoricalField field) {
    this.field = field;
    letters = String.join("", field.categories());
    naturalOdds = natural(field);
    for (int k = 0; k < field.categories().size(); k++) {
      add(field.categories().get(k), field.counts().get(k));
    }
    texts.add(null);
    near.add(Near.NONE);
  }

  /**
   * The number of a text. Of too many that are no categories, the last share the number of the
   * category for the rest.
   */
  public int number(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    if (texts.size() - field.size() >= ColumnScan.MAX_DISTINCT) {
      return field.size() - 1;
    }
    add(text, 1);
    return texts.size() - 1;
  }

  /** What the text of a number may be meant for. */
  public Near near(int number) {
    return near.get(number);
  }

  private void add(String text, int count) {
    numbers.put(text, texts.size());
    texts.add(text);
    near.add(find(text, count));
  }

  /** Each category's odds of being a misspelling of a more frequent one; 0: it is near to none. */
  private static double[] natural(CategoricalField field) {
    double[] odds = new double[field.categories().size()];
    for (int k = 0; k < odds.length; k++) {
      String text = field.categories().get(k);
      int slips = slips(text);
      for (int m = 0; m < k && slips > 0; m++) {
        int d = new DamerauLevenshteinDistance(slips).apply(text, field.categories().get(m));
        if (d > 0) {
          slips = d - 1;
          odds[k] = logOdds(text, d);
        }
      }
    }
    return odds;
  }

  /** The most that log odds say: by how many of the cells they are reached naturally. */
  private double bound(double logOdds) {
    long all = 0;
    long natural = 0;
    for (int k = 0; k < naturalOdds.length; k++) {
      int count = field.counts().get(k);
      all += count;
      natural += naturalOdds[k] >= logOdds ? count : 0;
    }
    return Math.log((all + 1.0) / (natural + 1.0));
  }

  /** The most slips that leave more to a text than chance; below 0 where it has no letter. */
  static int slips(String text) {
    return Math.min(MOST_SLIPS, (int) Math.ceil(LETTER * text.length() / SLIP) - 1);
  }

  /** That a text is a misspelling, with so many slips. */
  static double logOdds(String text, int slips) {
    return LETTER * text.length() - SLIP * slips;
  }

  private Near find(String text, int count) {
    int slips = slips(text);
    if (slips < 1) {
      return Near.NONE;
    }
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(slips);
    List<Candidate> found = new ArrayList<>();
    for (int k = 0; k < field.categories().size(); k++) {
      String category = field.categories().get(k);
      boolean frequent = count <= RARE * field.counts().get(k);
      if (frequent && Math.abs(category.length() - text.length()) <= slips) {
        int d = distance.apply(text, category);
        if (d > 0) {
          found.add(new Candidate(k, logOdds(text, d)));
        }
      }
    }
    if (found.isEmpty()) {
      return Near.NONE;
    }
    double most = found.stream().mapToDouble(Candidate::logOdds).max().orElseThrow();
    double beyond = Math.max(0, most - bound(most));
    return new Near(
        found.stream().mapToInt(Candidate::category).toArray(),
        found.stream().mapToDouble(c -> Math.exp(c.logOdds() - beyond)).toArray());
  }

  /**
   * The number of a text misspelt at random: one slip, with probability ½ another, and so on, but
   * fewer than half the letters. The same number where it has no text, or comes out as it was.
   */
  public int misspelt(int number, SplittableRandom random) {
    String text = texts.get(number);
    if (text == null) {
      return number;
    }
    StringBuilder word = new StringBuilder(text);
    int slips = 0;
    do {
      slip(word, random);
      slips++;
    } while (slips < (text.length() - 1) / 2 && random.nextBoolean());
    String wrong = word.toString();
    return MissingTexts.isMissing(wrong) ? number : number(wrong);
  }

  private void slip(StringBuilder word, SplittableRandom random) {
    int at = random.nextInt(word.length());
    char letter = letters.charAt(random.nextInt(letters.length()));
    switch (random.nextInt(4)) {
      case 0 -> word.setCharAt(at, letter);
      case 1 -> word.insert(at, letter);
      case 2 -> {
        if (word.length() > 1) {
          word.deleteCharAt(at);
        }
      }
      default -> {
        int next = Math.min(at + 1, word.length() - 1);
        char swapped = word.charAt(at);
        word.setCharAt(at, word.charAt(next));
        word.setCharAt(next, swapped);
      }
    }
  }
}
