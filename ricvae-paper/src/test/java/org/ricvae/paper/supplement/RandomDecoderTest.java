package org.ricvae.paper.supplement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Pca;

class RandomDecoderTest {
  private static final int N = 2_000;
  private static final RandomDecoder CURVED = new RandomDecoder(3, 40, 20, 5);
  private static final RandomDecoder FLAT = new RandomDecoder(3, 0, 20, 5);

  /** Share of the squares about the mean that so many components leave. */
  private static double left(RandomDecoder decoder, int components) {
    float[] clean = decoder.draw(N, 0).clean();
    double[] values = new double[clean.length];
    double[] means = new double[decoder.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = clean[i];
      means[i % means.length] += values[i] / N;
    }
    Matrix data = new Matrix(N, decoder.size(), values);
    double[] explained = Pca.fit(data, components).reconstruct(data).values();
    double rest = 0;
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      rest += Math.pow(values[i] - explained[i], 2);
      all += Math.pow(values[i] - means[i % means.length], 2);
    }
    return rest / all;
  }

  @Test
  void aLinearDecoderGivesLowRankAndACurvedOneDoesNot() {
    assertThat(left(FLAT, 3)).isLessThan(1e-6);
    assertThat(left(FLAT, 2)).isGreaterThan(0.01);
    assertThat(left(CURVED, 3)).isGreaterThan(0.01);
  }

  @Test
  void errorsHitTheirShareAndLeaveTheRest() {
    RandomDecoder.Data data = CURVED.draw(N, 0.3);
    long changed = 0;
    double squares = 0;
    double errors = 0;
    for (int i = 0; i < data.clean().length; i++) {
      squares += (double) data.clean()[i] * data.clean()[i];
      if (data.clean()[i] != data.dirty()[i]) {
        changed++;
        errors += (double) data.dirty()[i] * data.dirty()[i];
        assertThat(Math.abs(data.dirty()[i])).isLessThanOrEqualTo((float) RandomDecoder.RANGE);
      }
    }
    int entries = data.clean().length;
    assertThat(squares / entries).isCloseTo(1, within(1e-5));
    assertThat(changed).isEqualTo(data.hits());
    assertThat((double) changed / entries).isCloseTo(0.3, within(0.01));
    double uniform = RandomDecoder.RANGE * RandomDecoder.RANGE / 3;
    assertThat(errors / changed).isCloseTo(uniform, within(0.1));
  }

  @Test
  void theCleanSamplesAreTheSameForEveryShareAndErrorsAccumulate() {
    RandomDecoder.Data few = CURVED.draw(N, 0.1);
    RandomDecoder.Data many = CURVED.draw(N, 0.4);
    assertThat(few.clean()).isEqualTo(many.clean());
    for (int i = 0; i < few.clean().length; i++) {
      if (few.clean()[i] != few.dirty()[i]) {
        assertThat(many.dirty()[i]).isEqualTo(few.dirty()[i]);
      }
    }
    assertThat(new RandomDecoder(3, 40, 20, 6).draw(N, 0).clean()).isNotEqualTo(few.clean());
  }

  @Test
  void theErrorIsRelative() {
    RandomDecoder.Data data = CURVED.draw(N, 0.1);
    assertThat(data.error(data.clean())).isZero();
    assertThat(data.error(new float[data.clean().length])).isCloseTo(1, within(1e-9));
    float[] twice = data.clean().clone();
    for (int i = 0; i < twice.length; i++) {
      twice[i] *= 1.5f;
    }
    assertThat(data.error(twice)).isCloseTo(0.25, within(1e-6));
  }
}
