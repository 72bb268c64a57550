package org.ricvae.evaluate.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.Tables;

/** Our own repair of one table: columns that follow two factors, and three of a special kind. */
class TableRepairerTest {
  private static final int ROWS = 240;
  private static final int FACTORS = 6;
  private static final int CONSTANT = FACTORS;
  private static final int EMPTY = FACTORS + 1;
  private static final int TWO = FACTORS + 2;
  private static final int COLUMNS = FACTORS + 3;

  private static final Matrix CLEAN = Tables.factors(ROWS, FACTORS, 5);

  private static DirtyCells errors;
  private static Matrix dirty;
  private static Repair repair;

  @BeforeAll
  static void repairOnce() {
    errors = CellErrors.inject(CLEAN, 0.05, EnumSet.of(ErrorKind.SPIKE, ErrorKind.HOLE), 1);
    SplittableRandom random = new SplittableRandom(2);
    double[] values = new double[ROWS * COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      System.arraycopy(errors.dirty().values(), i * FACTORS, values, i * COLUMNS, FACTORS);
      values[i * COLUMNS + CONSTANT] = 7;
      values[i * COLUMNS + EMPTY] = Double.NaN;
      values[i * COLUMNS + TWO] = i == 3 ? Double.NaN : random.nextInt(2);
    }
    dirty = new Matrix(ROWS, COLUMNS, values);
    repair = new TableRepairer().repair(dirty, 1);
  }

  /** The part of the table that is like {@link #CLEAN}. */
  private static double[] factors(double[] all) {
    return IntStream.range(0, all.length)
        .filter(at -> at % COLUMNS < FACTORS)
        .mapToDouble(at -> all[at])
        .toArray();
  }

  @Test
  void spikesAreFlagged() {
    boolean[] flags = new boolean[ROWS * FACTORS];
    for (int at = 0; at < flags.length; at++) {
      flags[at] = repair.flags()[at / FACTORS * COLUMNS + at % FACTORS];
    }
    Repair part =
        new Repair(
            factors(repair.scores()),
            flags,
            new Matrix(ROWS, FACTORS, factors(repair.estimates().values())));
    assertThat(RepairMetrics.of(CLEAN, errors, part).recall()).isGreaterThan(0.9);
    assertThat(RepairMetrics.atBestThreshold(CLEAN, errors, part).f1()).isGreaterThan(0.9);
  }

  @Test
  void constantEmptyAndTwoValuedColumnsHaveFiniteEstimates() {
    for (int i = 0; i < ROWS; i++) {
      assertThat(repair.estimates().get(i, CONSTANT)).isEqualTo(7);
      assertThat(repair.estimates().get(i, EMPTY)).isZero();
      assertThat(repair.estimates().get(i, TWO)).isIn(0.0, 1.0);
      assertThat(repair.flags()[i * COLUMNS + CONSTANT]).isFalse();
      assertThat(repair.flags()[i * COLUMNS + EMPTY]).isFalse();
    }
  }

  @Test
  void holesHaveNoScore() {
    for (int at = 0; at < dirty.values().length; at++) {
      if (Double.isNaN(dirty.values()[at])) {
        assertThat(repair.scores()[at]).isZero();
        assertThat(repair.flags()[at]).isFalse();
      }
    }
  }

  @Test
  void filledHolesAreFarNearerThanTheMedian() {
    Matrix median = new ColumnMedian().repair(errors.dirty(), 1).estimates();
    double[] own = factors(repair.estimates().values());
    double[] spread = new double[FACTORS];
    for (int j = 0; j < FACTORS; j++) {
      for (int i = 0; i < ROWS; i++) {
        spread[j] += Math.pow(CLEAN.get(i, j) - median.get(0, j), 2) / ROWS;
      }
    }
    double ours = 0;
    double theirs = 0;
    for (int at = 0; at < own.length; at++) {
      if (Double.isNaN(errors.dirty().values()[at])) {
        double truth = CLEAN.values()[at];
        ours += Math.pow(own[at] - truth, 2) / spread[at % FACTORS];
        theirs += Math.pow(median.values()[at] - truth, 2) / spread[at % FACTORS];
      }
    }
    assertThat(theirs).isPositive();
    assertThat(Math.sqrt(ours)).isLessThan(Math.sqrt(theirs) / 2);
  }
}
