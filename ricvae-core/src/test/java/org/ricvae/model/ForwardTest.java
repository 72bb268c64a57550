package org.ricvae.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.PlainKernels;

/** What the encoder makes of a table's rows of which it sees a part. */
class ForwardTest {
  private static final Cells CELLS = new Cells(2, List.of(3, 2));
  private static final int SIZE = CELLS.size();
  private static final int LATENT = 4;

  /** More than one block, and not a whole number of them. */
  private static final int ROWS = 35;

  private final RecurrentVae vae = vae();
  private final float[] weights = vae.initialize(3, new float[SIZE], 1);

  @Test
  void withoutWordOfItEverythingIsSeen() {
    float[] x = rows(1);
    boolean[] seen = new boolean[ROWS * CELLS.count()];
    Arrays.fill(seen, true);
    float[] all = posterior(forward(), x, seen, ROWS);
    assertThat(posterior(forward(), x, null, ROWS)).containsExactly(all);
    Forward forward = forward();
    forward.encode(weights, x, ROWS);
    assertThat(posterior(forward, ROWS)).containsExactly(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aHiddenCellHasNoSay(int cell) {
    float[] x = rows(1);
    boolean[] seen = new boolean[ROWS * CELLS.count()];
    Arrays.fill(seen, true);
    for (int i = 0; i < ROWS; i++) {
      seen[i * CELLS.count() + cell] = false;
    }
    float[] hidden = posterior(forward(), x, seen, ROWS);
    float[] other = x.clone();
    int first = CELLS.firsts()[cell];
    int end = CELLS.firsts()[cell + 1];
    for (int i = 0; i < ROWS; i++) {
      for (int j = first; j < end; j++) {
        other[i * SIZE + j] = cell < CELLS.numeric() ? -7 * x[i * SIZE + j] : 1 - x[i * SIZE + j];
      }
    }
    assertThat(posterior(forward(), other, seen, ROWS)).containsExactly(hidden);
    float[] shown = posterior(forward(), x, null, ROWS);
    float[] otherShown = posterior(forward(), other, null, ROWS);
    for (int i = 0; i < ROWS; i++) {
      assertThat(row(shown, i)).isNotEqualTo(row(hidden, i)).isNotEqualTo(row(otherShown, i));
    }
  }

  @Test
  void hidingACellOfOneRowLeavesTheOthersAlone() {
    float[] x = rows(1);
    boolean[] seen = new boolean[ROWS * CELLS.count()];
    Arrays.fill(seen, true);
    seen[33 * CELLS.count() + 2] = false;
    float[] all = posterior(forward(), x, null, ROWS);
    float[] hidden = posterior(forward(), x, seen, ROWS);
    for (int i = 0; i < ROWS; i++) {
      assertThat(Arrays.equals(row(hidden, i), row(all, i))).as("row %d", i).isEqualTo(i != 33);
    }
  }

  @Test
  void nothingIsLeftOfTheRowsBefore() {
    Forward used = forward();
    boolean[] seen = new boolean[ROWS * CELLS.count()];
    posterior(used, rows(2), seen, ROWS);
    float[] x = rows(1);
    assertThat(posterior(used, x, null, 3)).containsExactly(posterior(forward(), x, null, 3));
  }

  private Forward forward() {
    return new Forward(vae, new PlainKernels(), 2);
  }

  private float[] posterior(Forward forward, float[] x, boolean[] seen, int n) {
    forward.encode(weights, x, seen, n);
    return posterior(forward, n);
  }

  /** μz. */
  private static float[] posterior(Forward forward, int n) {
    float[] means = new float[n * LATENT];
    forward.means(means, n);
    return means;
  }

  private static float[] row(float[] means, int i) {
    return Arrays.copyOfRange(means, i * LATENT, (i + 1) * LATENT);
  }

  private static RecurrentVae vae() {
    Architecture architecture =
        new Architecture(SIZE, LATENT, List.of(8), List.of(8), Activation.TANH, Activation.LINEAR);
    MixedLikelihood mixed =
        new MixedLikelihood(new ConditionedVariance(0.01, false), CELLS, 0.01, 0.5);
    float[] center = {0.1f, -0.2f, 0.3f, 0.3f, 0.4f, 0.5f, 0.5f};
    return new RecurrentVae(
        architecture, new Objective(mixed, 1, false), new InputNormalization(center, 1.5f));
  }

  private static float[] rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[ROWS * SIZE];
    for (int i = 0; i < ROWS; i++) {
      x[i * SIZE] = (float) random.nextDouble(-1, 1);
      x[i * SIZE + 1] = (float) random.nextDouble(-1, 1);
      x[i * SIZE + 2 + random.nextInt(3)] = 1;
      x[i * SIZE + 5 + random.nextInt(2)] = 1;
    }
    return x;
  }
}
