package org.ricvae.evaluate.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.Tables;

class CellErrorsTest {
  private static final Set<ErrorKind> ALL = EnumSet.allOf(ErrorKind.class);

  private final Matrix clean = Tables.factors(200, 7, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2})
  void everyMarkedCellHasChangedAndNoOther(double share) {
    DirtyCells cells = CellErrors.inject(clean, share, ALL, 1);
    int marked = 0;
    for (int cell = 0; cell < clean.values().length; cell++) {
      boolean changed = cells.dirty().values()[cell] != clean.values()[cell];
      assertThat(cells.kinds()[cell] != null).isEqualTo(changed);
      marked += changed ? 1 : 0;
    }
    assertThat(marked).isBetween((int) (share * 1400), (int) (share * 1400) + 1);
    for (ErrorKind kind : ALL) {
      assertThat(cells.count(kind)).isBetween(marked / 7 - 2, marked / 7 + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachKindIsWhatItsNameSays(ErrorKind kind) {
    DirtyCells cells = CellErrors.inject(clean, 0.1, EnumSet.of(kind), 2);
    int d = clean.columns();
    for (int cell = 0; cell < clean.values().length; cell++) {
      if (cells.kinds()[cell] == null) {
        continue;
      }
      double was = clean.values()[cell];
      double is = cells.dirty().values()[cell];
      double[] column = column(clean, cell % d);
      double low = Arrays.stream(column).min().orElseThrow();
      double high = Arrays.stream(column).max().orElseThrow();
      switch (kind) {
        case SPIKE -> assertThat(Math.abs(is - (low + high) / 2)).isGreaterThan(high - low);
        case TIMES_TEN -> assertThat(is).isEqualTo(10 * was);
        case TIMES_THOUSAND -> assertThat(is).isEqualTo(1000 * was);
        case SIGN_FLIP -> assertThat(is).isEqualTo(-was);
        case HOLE -> assertThat(is).isNaN();
        case SWAP_IN_ROW ->
            assertThat(sorted(cells.dirty(), cell / d)).isEqualTo(sorted(clean, cell / d));
        case SWAP_IN_COLUMN -> {
          double[] other = column(cells.dirty(), cell % d);
          Arrays.sort(other);
          Arrays.sort(column);
          assertThat(other).isEqualTo(column);
        }
      }
    }
  }

  private static double[] column(Matrix table, int j) {
    double[] column = new double[table.rows()];
    Arrays.setAll(column, i -> table.get(i, j));
    return column;
  }

  private static double[] sorted(Matrix table, int i) {
    double[] row = new double[table.columns()];
    Arrays.setAll(row, j -> table.get(i, j));
    Arrays.sort(row);
    return row;
  }

  @Test
  void whatWouldChangeNothingIsNotCounted() {
    double[] values = new double[100];
    values[3] = 5;
    values[47] = 5;
    Matrix zeros = new Matrix(10, 10, values);
    DirtyCells cells = CellErrors.inject(zeros, 0.02, EnumSet.of(ErrorKind.SIGN_FLIP), 1);
    assertThat(cells.kinds()[3]).isEqualTo(ErrorKind.SIGN_FLIP);
    assertThat(cells.kinds()[47]).isEqualTo(ErrorKind.SIGN_FLIP);
    assertThat(cells.count(ErrorKind.SIGN_FLIP)).isEqualTo(2);
    assertThatThrownBy(() -> CellErrors.inject(zeros, 0.1, EnumSet.of(ErrorKind.TIMES_TEN), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("only 2 of 10 cells can be changed");
    assertThatThrownBy(
            () ->
                CellErrors.inject(
                    new Matrix(10, 10, new double[100]), 0.1, EnumSet.of(ErrorKind.SWAP_IN_ROW), 1))
        .isInstanceOf(InputException.class);
  }

  @Test
  void theSeedDecides() {
    double[] once = CellErrors.inject(clean, 0.1, ALL, 1).dirty().values();
    assertThat(CellErrors.inject(clean, 0.1, ALL, 1).dirty().values()).isEqualTo(once);
    assertThat(CellErrors.inject(clean, 0.1, ALL, 2).dirty().values()).isNotEqualTo(once);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatThrownBy(() -> CellErrors.inject(clean, 0.6, ALL, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0.6");
    assertThatThrownBy(() -> CellErrors.inject(clean, 0.1, Set.of(), 1))
        .isInstanceOf(InputException.class);
    clean.values()[9] = Double.NaN;
    assertThatThrownBy(() -> CellErrors.inject(clean, 0.1, ALL, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("row 1, column 2");
  }
}
