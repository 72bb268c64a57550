package org.ricvae.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Architecture;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.InputNormalization;
import org.ricvae.model.Likelihood;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.Objective;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.SquaredError;
import org.ricvae.model.Workspace;

class HidingTest {
  /** So many cells that the share of a row's that is hidden is all but the share drawn for it. */
  private static final int MANY = 500;

  private static final int ROWS = 2000;

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1})
  void theShareOfARowIsUniformBelowTheLargest(double hidden) {
    boolean[][] seen = seen(table(MANY, hidden), 0, identity(), 1, 0);
    double[] shares = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      shares[i] = 1 - share(seen[i]);
    }
    // Standard errors: that of the mean is hidden / √(12 · 2000) = 0.0065 hidden.
    assertThat(Arrays.stream(shares).average().orElseThrow())
        .isCloseTo(hidden / 2, within(0.025 * hidden));
    Arrays.sort(shares);
    double farthest = 0;
    for (int i = 0; i < ROWS; i++) {
      double uniform = Math.min(1, shares[i] / hidden);
      farthest = Math.max(farthest, Math.abs(uniform - (i + 0.5) / ROWS));
    }
    // Kolmogorov and Smirnov's 1.95 / √n: exceeded once in a thousand seeds.
    assertThat(farthest).isLessThan(1.95 / Math.sqrt(ROWS));
  }

  @Test
  void everyCellIsHiddenAsOften() {
    boolean[][] seen = seen(table(9, 0.8), 0, identity(), 1, 0);
    for (int c = 0; c < 9; c++) {
      int cell = c;
      double share = Arrays.stream(seen).filter(row -> !row[cell]).count() / (double) ROWS;
      // Four standard errors.
      assertThat(share).as("cell %d", c).isCloseTo(0.4, within(4 * Math.sqrt(0.24 / ROWS)));
    }
  }

  @Test
  void nothingIsHiddenWhereNothingIsToBe() {
    for (boolean[] row : seen(table(9, 0), 0, identity(), 1, 0)) {
      assertThat(row).containsOnly(true);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6})
  void whatIsMissingIsNeverSeen(double hidden) {
    float[] rows = rows(9, 0.3);
    boolean[][] known = new boolean[ROWS][9];
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < 9; c++) {
        known[i][c] = !Float.isNaN(rows[i * 9 + c]);
      }
    }
    boolean[][] seen = seen(table(9, hidden), 0.3, identity(), 1, 0);
    boolean[][] unhindered = seen(table(9, hidden), 0, identity(), 1, 0);
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < 9; c++) {
        assertThat(seen[i][c]).isEqualTo(unhindered[i][c] && known[i][c]);
      }
    }
  }

  @Test
  void aRowsPlaceInTheBatchDoesNotMatter() {
    int[] backwards = identity();
    for (int i = 0; i < ROWS; i++) {
      backwards[i] = ROWS - 1 - i;
    }
    boolean[][] seen = seen(table(9, 0.6), 0.1, identity(), 1, 0);
    assertThat(seen(table(9, 0.6), 0.1, backwards, 1, 0)).isDeepEqualTo(seen);
  }

  @Test
  void anotherEpochAndAnotherSeedHideOthers() {
    boolean[][] seen = seen(table(MANY, 1), 0, identity(), 1, 0);
    assertThat(seen(table(MANY, 1), 0, identity(), 1, 0)).isDeepEqualTo(seen);
    for (boolean[][] other :
        List.of(
            seen(table(MANY, 1), 0, identity(), 1, 1), seen(table(MANY, 1), 0, identity(), 2, 0))) {
      double same = 0;
      for (int i = 0; i < ROWS; i++) {
        for (int c = 0; c < MANY; c++) {
          same += seen[i][c] == other[i][c] ? 1 : 0;
        }
      }
      // Half of the cells, had they nothing to do with each other.
      assertThat(same / (ROWS * MANY)).isCloseTo(0.5, within(0.02));
    }
  }

  @Test
  void categoricalCellsAreHiddenAndMissingAsAWhole() {
    RecurrentVae vae = vae(TinyTable.likelihood(0.5), TinyTable.SIZE);
    TrainingData data = TinyTable.data(ROWS, 0.2, 3);
    boolean[][] seen = seen(vae, data.loader(vae), identity(), 1, 0);
    float[] rows = TinyTable.rows(ROWS, 0.2, 3);
    int seenCategories = 0;
    for (int i = 0; i < ROWS; i++) {
      assertThat(seen[i]).hasSize(3);
      assertThat(seen[i][2] && Float.isNaN(rows[i * TinyTable.SIZE + 2])).isFalse();
      seenCategories += seen[i][2] ? 1 : 0;
    }
    assertThat(seenCategories / (double) ROWS).isCloseTo(0.8 * 0.75, within(0.05));
  }

  @Test
  void imagesAreSeenWhole() {
    assertThat(Hiding.of(vae(new SquaredError(), 4))).isNull();
  }

  /** What is seen of each row, {@code [row][cell]}, by its number, whatever the order. */
  private static boolean[][] seen(
      RecurrentVae vae, double missing, int[] order, long seed, int epoch) {
    int size = vae.architecture().size();
    Samples samples = Samples.of(SampleShape.vector(size), rows(size, missing));
    BatchLoader loader =
        new BatchLoader(samples, new Scaling(0, 1), new float[size], missing > 0, Hiding.of(vae));
    return seen(vae, loader, order, seed, epoch);
  }

  private static boolean[][] seen(
      RecurrentVae vae, BatchLoader loader, int[] order, long seed, int epoch) {
    Workspace ws = new Workspace(vae, ROWS);
    ws.settings().set(1, 0.01f, 1, seed, epoch, true);
    ws.begin(ROWS, loader.masked());
    int cells = vae.objective().likelihood().indicators();
    float[] memory = new float[BatchLoader.memory(vae.architecture().size())];
    boolean[][] seen = new boolean[ROWS][cells];
    for (int block = 0; block < ws.blocks(); block++) {
      loader.load(ws, block, order, 0, memory, new Hiding.Memory());
    }
    for (int i = 0; i < ROWS; i++) {
      for (int c = 0; c < cells; c++) {
        int at = (i / Kernels.BLOCK * cells + c) * Kernels.BLOCK + i % Kernels.BLOCK;
        assertThat(ws.visible()[at]).isIn(0f, 1f);
        seen[order[i]][c] = ws.visible()[at] == 1;
      }
    }
    return seen;
  }

  private static float[] rows(int size, double missing) {
    SplittableRandom random = new SplittableRandom(11);
    float[] rows = new float[ROWS * size];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextDouble() < missing ? Float.NaN : (float) random.nextDouble();
    }
    return rows;
  }

  private static RecurrentVae table(int cells, double hidden) {
    return vae(
        new MixedLikelihood(
            new ConditionedVariance(0.01, false), new Cells(cells, List.of()), 0.02, hidden),
        cells);
  }

  private static RecurrentVae vae(Likelihood likelihood, int size) {
    return new RecurrentVae(
        new Architecture(size, 2, List.of(), List.of(), Activation.TANH, Activation.LINEAR),
        new Objective(likelihood, 1, false),
        InputNormalization.none(size));
  }

  private static int[] identity() {
    int[] order = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      order[i] = i;
    }
    return order;
  }

  private static double share(boolean[] row) {
    int n = 0;
    for (boolean b : row) {
      n += b ? 1 : 0;
    }
    return n / (double) row.length;
  }
}
