package org.ricvae.table.model;

import java.util.SplittableRandom;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.table.schema.Field;
import org.ricvae.table.schema.NumberScale;
import org.ricvae.table.schema.NumericField;
import org.ricvae.table.schema.Schema;

/**
 * Puts known errors of the usual kinds into rows, to see whether they are found: the value of
 * another row; a number far out, of the wrong sign, or in another unit; a category misspelt.
 */
final class ErrorInjection {
  /** How far out a number is put, in robust deviations. */
  private static final double LEAST_OUT = 3;

  private static final double MOST_OUT = 30;

  /** A change smaller than this is none. */
  private static final float LEAST_CHANGE = 1e-4f;

  private final EncodedRows rows;
  private final int numeric;
  private final NumberScale[] scales;
  private final float[] other;

  ErrorInjection(Schema schema, EncodedRows rows) {
    this.rows = rows;
    numeric = rows.layout().numeric();
    scales = new NumberScale[numeric];
    int at = 0;
    for (Field field : schema.fields()) {
      if (field instanceof NumericField f) {
        scales[at++] = f.scale();
      }
    }
    other = new float[rows.layout().count()];
  }

  /**
   * Changes some cells of one row.
   *
   * @param cells {@code [cells]} from at
   * @param share the probability that a cell is changed
   * @param changed receives which were
   */
  void inject(float[] cells, int at, double share, SplittableRandom random, boolean[] changed) {
    rows.cells(random.nextLong(rows.count()), other, 0);
    for (int c = 0; c < other.length; c++) {
      float old = cells[at + c];
      if (Float.isNaN(old) || random.nextDouble() >= share) {
        continue;
      }
      float value = c < numeric ? number(c, old, random) : category(c, old, random);
      if (!Float.isNaN(value) && Math.abs(value - old) > LEAST_CHANGE) {
        cells[at + c] = value;
        changed[at + c] = true;
      }
    }
  }

  private float number(int c, float old, SplittableRandom random) {
    NumberScale scale = scales[c];
    double value = scale.unscale(old);
    return switch (random.nextInt(6)) {
      case 0 -> other[c];
      case 1 -> {
        double out = LEAST_OUT + random.nextDouble() * (MOST_OUT - LEAST_OUT);
        double y = scale.scale(value) + (random.nextBoolean() ? out : -out);
        yield beyond(y);
      }
      case 2 -> scale.scale(value * 10);
      case 3 -> scale.scale(value / 10);
      case 4 -> scale.scale(value * 1000);
      default -> scale.scale(-value);
    };
  }

  /** A number so many deviations from the median, as the scale draws it in. */
  private static float beyond(double y) {
    double a = Math.abs(y);
    double drawn =
        a <= NumberScale.LINEAR ? a : NumberScale.LINEAR * (1 + Math.log(a / NumberScale.LINEAR));
    return (float) (Math.signum(y) * drawn);
  }

  private float category(int c, float old, SplittableRandom random) {
    return random.nextBoolean()
        ? other[c]
        : rows.spellings().get(c - numeric).misspelt((int) old, random);
  }
}
