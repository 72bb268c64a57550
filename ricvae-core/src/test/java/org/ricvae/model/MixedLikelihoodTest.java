package org.ricvae.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.kernel.PlainKernels;

/** Against closed forms, one cell at a time; the whole step is {@link GradientTest}'s. */
class MixedLikelihoodTest {
  private static final ConditionedVariance CONDITIONED = new ConditionedVariance(0.01, false);
  private static final double WRONG = 0.02;

  @Test
  void lossIsThatOfAShareOfWrongCells() {
    float[][] all = {{0, 0, 0}, {1, -2, 0.5f}, {30, -30, 0}, {2000, 0, -2000}, {-300, -301, -299}};
    for (float[] logits : all) {
      for (int x = 0; x < logits.length; x++) {
        double sum = 0;
        for (float logit : logits) {
          sum += Math.exp(logit - (double) logits[x]);
        }
        double expected = -2 * Math.log((1 - WRONG) / sum + WRONG / logits.length);
        Term t = categorical(WRONG, logits, x);
        for (int l = 0; l < Kernels.BLOCK; l++) {
          assertThat((double) t.loss[l]).isCloseTo(expected, within(1e-5));
        }
      }
    }
  }

  @Test
  void gradientVanishesWhereACategoryCannotBeExplained() {
    double before = Double.POSITIVE_INFINITY;
    for (float gap : new float[] {6, 9, 12, 20, 60}) {
      Term t = categorical(WRONG, new float[] {0, gap}, 0);
      double slope = Math.abs(t.dMean[0]);
      assertThat(slope).isLessThan(before / 5);
      assertThat(t.dMean[Kernels.BLOCK]).isCloseTo(-t.dMean[0], within(1e-6f));
      assertThat((double) t.loss[0]).isLessThan(-2 * Math.log(WRONG / 2) + 1e-5);
      before = slope;
    }
    assertThat(before).isLessThan(1e-6);
  }

  /** −2 log p_x has the gradient −2 (1 − p_x), which is largest where p_x is smallest. */
  @ParameterizedTest
  @ValueSource(floats = {-3, 0, 3, 6})
  void withHardlyAnyWrongCellsItIsTheSoftmaxsOwn(float gap) {
    Term t = categorical(1e-9, new float[] {0, gap}, 0);
    double p = 1 / (1 + Math.exp(gap));
    assertThat((double) t.dMean[0]).isCloseTo(-2 * (1 - p), within(1e-5));
    assertThat((double) t.loss[0]).isCloseTo(-2 * Math.log(p), within(1e-5));
  }

  @Test
  void aMissingCellCountsForNothing() {
    MixedLikelihood mixed = mixed(WRONG, 1, 3);
    Term t = term(mixed);
    set(t.x, new float[] {0.5f, 0, 1, 0});
    set(t.mean, new float[] {0.1f, 1, 2, 3});
    t.mask = new float[t.n];
    mixed.evaluate(t);
    for (float[] zeros : List.of(t.loss, t.squared, t.dMean)) {
      for (float zero : zeros) {
        assertThat(zero).isZero();
      }
    }
  }

  /** Squares of the residual are the numeric cells' alone. */
  @Test
  void categoriesHaveNoResidual() {
    MixedLikelihood mixed = mixed(WRONG, 1, 3);
    Term t = term(mixed);
    Arrays.fill(t.x, 0, Kernels.BLOCK, 3);
    mixed.evaluate(t);
    assertThat(t.squared).containsOnly(9);
  }

  @Test
  void drawnCategoriesHaveTheirFrequencies() {
    int draws = 2000;
    float[] logits = {0.3f, -2, 1.1f, 0};
    MixedLikelihood mixed = mixed(WRONG, 0, logits.length);
    Term t = term(mixed);
    set(t.mean, logits);
    int[] key = new int[4];
    Noise.key(5, 0, 0, Noise.Purpose.RECYCLE, key);
    int[] samples = new int[Kernels.BLOCK];
    long[] drawn = new long[logits.length];
    for (int i = 0; i < draws; i++) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        samples[l] = i * Kernels.BLOCK + l;
      }
      t.kernels.normal(key, samples, 0, logits.length, t.noise, 0);
      // Whatever it was before.
      set(t.x, i % 2 == 0 ? new float[] {1, 0, 0, 0} : new float[] {0, 1, 0, 0});
      mixed.sample(t);
      for (int l = 0; l < Kernels.BLOCK; l++) {
        int hot = 0;
        for (int c = 0; c < logits.length; c++) {
          float value = t.next[c * Kernels.BLOCK + l];
          assertThat(value).isIn(0f, 1f);
          hot += (int) value;
          drawn[c] += (long) value;
        }
        assertThat(hot).isEqualTo(1);
      }
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    double chiSquare = 0;
    for (int c = 0; c < logits.length; c++) {
      double expected = draws * Kernels.BLOCK * Math.exp(logits[c]) / sum;
      chiSquare += (drawn[c] - expected) * (drawn[c] - expected) / expected;
    }
    // Three degrees of freedom: exceeded once in a thousand seeds.
    assertThat(chiSquare).isLessThan(16.3);
  }

  @Test
  void aCategoryThatIsCertainIsAlwaysDrawn() {
    MixedLikelihood mixed = mixed(WRONG, 0, 3);
    Term t = term(mixed);
    set(t.mean, new float[] {-90, 90, -90});
    for (float noise : new float[] {-6, -1, 0, 1, 6}) {
      Arrays.fill(t.noise, noise);
      mixed.sample(t);
      float[] expected = new float[t.n];
      set(expected, new float[] {0, 1, 0});
      assertThat(t.next).containsExactly(expected);
    }
  }

  @Test
  void numericCellsAreTheIcVaes() {
    MixedLikelihood mixed = new MixedLikelihood(CONDITIONED, new Cells(4, List.of()), WRONG, 0);
    Term ours = term(mixed);
    Term theirs = term(mixed);
    for (Term t : List.of(ours, theirs)) {
      for (int i = 0; i < t.n; i++) {
        t.x[i] = i % 7;
        t.mean[i] = i % 5;
        t.noise[i] = i % 3 - 1;
        t.dNext[i] = i % 11;
      }
    }
    mixed.evaluate(ours);
    mixed.sample(ours);
    mixed.sampleGradient(ours);
    CONDITIONED.evaluate(theirs);
    CONDITIONED.sample(theirs);
    CONDITIONED.sampleGradient(theirs);
    assertThat(ours.loss).containsExactly(theirs.loss);
    assertThat(ours.next).containsExactly(theirs.next);
    assertThat(ours.dMean).containsExactly(theirs.dMean);
    assertThat(ours.dX).containsExactly(theirs.dX);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 2, Double.NaN})
  void aShareOfWrongCellsIsBetween0And1(double wrong) {
    assertThatThrownBy(() -> mixed(wrong, 1, 2))
        .isInstanceOf(InputException.class)
        .hasMessage("a share of wrong cells of %s: allowed are numbers between 0 and 1", wrong);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareOfHiddenCellsIsWithin0And1(double hidden) {
    Cells cells = new Cells(1, List.of());
    assertThatThrownBy(() -> new MixedLikelihood(CONDITIONED, cells, WRONG, hidden))
        .isInstanceOf(InputException.class)
        .hasMessage("a share of hidden cells of %s: allowed are 0 to 1", hidden);
  }

  private static MixedLikelihood mixed(double wrong, int numeric, int... categories) {
    Cells cells = new Cells(numeric, Arrays.stream(categories).boxed().toList());
    return new MixedLikelihood(CONDITIONED, cells, wrong, 0);
  }

  /** One categorical cell, the same in every lane, evaluated. */
  private static Term categorical(double wrong, float[] logits, int x) {
    MixedLikelihood mixed = mixed(wrong, 0, logits.length);
    Term t = term(mixed);
    set(t.mean, logits);
    Arrays.fill(t.x, x * Kernels.BLOCK, (x + 1) * Kernels.BLOCK, 1);
    mixed.evaluate(t);
    return t;
  }

  /** A block of zeros. */
  private static Term term(MixedLikelihood mixed) {
    Term t = new Term();
    t.kernels = new PlainKernels();
    t.n = mixed.cells().size() * Kernels.BLOCK;
    t.epsilon = (float) CONDITIONED.epsilon();
    t.x = new float[t.n];
    t.mean = new float[t.n];
    t.noise = new float[Kernels.padded(mixed.cells().size()) * Kernels.BLOCK];
    t.next = new float[t.n];
    t.dNext = new float[t.n];
    t.dMean = new float[t.n];
    t.dX = new float[t.n];
    t.work = new float[t.n];
    t.lanes = new float[Kernels.BLOCK];
    t.loss = new float[Kernels.BLOCK];
    t.squared = new float[Kernels.BLOCK];
    return t;
  }

  /** The same sample in every lane. */
  private static void set(float[] block, float[] sample) {
    for (int i = 0; i < block.length; i++) {
      block[i] = sample[i / Kernels.BLOCK];
    }
  }
}
