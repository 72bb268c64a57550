package org.ricvae.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;

class PcaTest {
  /** Eckart and Young: what k components leave is the energy of the other singular values. */
  @Test
  void leavesWhatEckartAndYoungSay() {
    Matrix data = Synthetic.of(40, 15, 6, 0.1, 1).dirty();
    Pca pca = Pca.fit(data, 4);
    double[] centred = data.values().clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= pca.mean()[i % 15];
    }
    double[] sigma = FullSvd.of(new Matrix(40, 15, centred)).values();
    double expected = 0;
    for (int i = 4; i < sigma.length; i++) {
      expected += sigma[i] * sigma[i];
    }
    Matrix rebuilt = pca.reconstruct(data);
    double left = 0;
    for (int i = 0; i < centred.length; i++) {
      left += Math.pow(data.values()[i] - rebuilt.values()[i], 2);
    }
    assertThat(left).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void hasNoMoreComponentsThanTheData() {
    Pca pca = Pca.fit(Synthetic.of(20, 10, 2, 0, 2).lowRank(), 8);
    assertThat(pca.subspace().basis().rows()).isEqualTo(2);
  }

  @Test
  void refusesWhatHasNoComponents() {
    assertThatThrownBy(() -> Pca.fit(new Matrix(3, 2, new double[] {1, 2, 1, 2, 1, 2}), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 3 samples are the same");
    assertThatThrownBy(() -> Pca.fit(new Matrix(1, 2, new double[] {1, 2}), 0))
        .isInstanceOf(InputException.class);
  }
}
