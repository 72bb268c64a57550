package org.ricvae.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What a sum of products should be: in double precision, with the bound on its error that holds for
 * n terms in any order (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 3.1);
 * and as a chain of fused multiply-adds in ascending order, bit by bit.
 */
final class SumOfProducts {
  /** Unit roundoff of single precision. */
  private static final double ROUNDOFF = 0x1p-24;

  private int terms;
  private double exact;
  private double magnitude;
  private float chain;

  void add(float a, float b) {
    terms++;
    exact += (double) a * b;
    magnitude += Math.abs((double) a * b);
    chain = Math.fma(a, b, chain);
  }

  void check(float actual, boolean inOrder) {
    double bound = (terms + 1) * ROUNDOFF / (1 - (terms + 1) * ROUNDOFF) * magnitude;
    if (!(Math.abs(actual - exact) <= bound)) {
      assertThat((double) actual).as("%s terms", terms).isCloseTo(exact, within(bound));
    }
    if (inOrder && actual != chain) {
      assertThat(actual).as("%s terms in order", terms).isEqualTo(chain);
    }
  }
}
