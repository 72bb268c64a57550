package org.ricvae.evaluate.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;

/**
 * Puts errors into cells of a clean table. Cells are taken in random order; each gets the kind that
 * has the fewest cells so far, or, where that would leave the value as it is (the sign of 0, a swap
 * of equal values), the next one: so every cell that counts has really changed.
 */
public final class CellErrors {
  /** Draws of a partner for a swap, before another kind is taken. */
  private static final int DRAWS = 20;

  private static final double LEAST_SPIKE = 2;
  private static final double LARGEST_SPIKE = 5;

  private final Matrix clean;
  private final double[] values;
  private final ErrorKind[] kinds;
  private final Map<ErrorKind, Integer> counts = new EnumMap<>(ErrorKind.class);
  private final SplittableRandom random;

  private CellErrors(Matrix clean, Set<ErrorKind> wanted, long seed) {
    this.clean = clean;
    values = clean.values().clone();
    kinds = new ErrorKind[values.length];
    random = new SplittableRandom(seed);
    wanted.forEach(kind -> counts.put(kind, 0));
  }

  /**
   * Injects errors.
   *
   * @param clean finite values
   * @param share of the cells that get one, over 0 and at most 0.5; a swap that comes last may make
   *     it one cell more
   * @param kinds among which the cells are divided evenly, at least one
   * @throws InputException where a value is not finite, an argument out of range, or too few cells
   *     can be changed by these kinds
   */
  public static DirtyCells inject(Matrix clean, double share, Set<ErrorKind> kinds, long seed) {
    if (!(share > 0 && share <= 0.5) || kinds.isEmpty()) {
      throw new InputException(
          "errors of %d kinds in a share of %s of the cells: at least one kind is needed, and a share over 0 and at most 0.5"
              .formatted(kinds.size(), share));
    }
    for (int cell = 0; cell < clean.values().length; cell++) {
      if (!Double.isFinite(clean.values()[cell])) {
        throw new InputException(
            "row %d, column %d of the clean table is %s; errors are injected into finite values"
                .formatted(cell / clean.columns(), cell % clean.columns(), clean.values()[cell]));
      }
    }
    int wanted = (int) Math.max(1, Math.round(share * clean.values().length));
    return new CellErrors(clean, EnumSet.copyOf(kinds), seed).run(wanted);
  }

  private DirtyCells run(int wanted) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int i = 0; i < order.length && total() < wanted; i++) {
      int j = random.nextInt(i, order.length);
      int cell = order[j];
      order[j] = order[i];
      if (kinds[cell] == null) {
        change(cell);
      }
    }
    if (total() < wanted) {
      throw new InputException(
          "only %d of %d cells can be changed by %s; take other kinds or a smaller share"
              .formatted(total(), wanted, counts.keySet()));
    }
    return new DirtyCells(new Matrix(clean.rows(), clean.columns(), values), kinds);
  }

  private int total() {
    return counts.values().stream().mapToInt(count -> count).sum();
  }

  private void change(int cell) {
    List<ErrorKind> rarest = new ArrayList<>(counts.keySet());
    rarest.sort(Comparator.comparing(counts::get));
    for (ErrorKind kind : rarest) {
      if (attempt(kind, cell)) {
        return;
      }
    }
  }

  private boolean attempt(ErrorKind kind, int cell) {
    double value = values[cell];
    return switch (kind) {
      case SPIKE -> set(kind, cell, spike(cell % clean.columns()));
      case TIMES_TEN -> set(kind, cell, 10 * value);
      case TIMES_THOUSAND -> set(kind, cell, 1000 * value);
      case SIGN_FLIP -> set(kind, cell, -value);
      case HOLE -> set(kind, cell, Double.NaN);
      case SWAP_IN_ROW -> {
        int first = cell - cell % clean.columns();
        yield swap(kind, cell, () -> first + random.nextInt(clean.columns()));
      }
      case SWAP_IN_COLUMN -> {
        int column = cell % clean.columns();
        yield swap(kind, cell, () -> column + random.nextInt(clean.rows()) * clean.columns());
      }
    };
  }

  private double spike(int column) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < clean.rows(); i++) {
      low = Math.min(low, clean.get(i, column));
      high = Math.max(high, clean.get(i, column));
    }
    double far = (high - low) * random.nextDouble(LEAST_SPIKE, LARGEST_SPIKE);
    return (low + high) / 2 + (random.nextBoolean() ? far : -far);
  }

  /** Whether the value really changed. */
  private boolean set(ErrorKind kind, int cell, double value) {
    if (value == values[cell]) {
      return false;
    }
    values[cell] = value;
    kinds[cell] = kind;
    counts.merge(kind, 1, Integer::sum);
    return true;
  }

  private boolean swap(ErrorKind kind, int cell, IntSupplier partners) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int partner = partners.getAsInt();
      double own = values[cell];
      double other = values[partner];
      if (kinds[partner] == null && own != other) {
        return set(kind, cell, other) && set(kind, partner, own);
      }
    }
    return false;
  }
}
