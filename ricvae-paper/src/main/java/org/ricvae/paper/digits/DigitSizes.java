package org.ricvae.paper.digits;

import java.util.OptionalDouble;
import org.ricvae.data.InputException;
import org.ricvae.paper.lab.Digits;
import org.ricvae.train.Plan;

/**
 * How much of everything.
 *
 * @param digits training digits, the first of MNIST's
 * @param steps a training takes, at the least: whole epochs are run
 * @param epsilon of iC-VAE and RiC-VAE; empty: chosen by the data
 * @param classifierEpochs passes of the classifier over the training digits
 * @param compared points in each of the two sets that the metrics compare
 * @param neighbours samples whose nearest digits Figure 6 looks for
 */
record DigitSizes(
    int digits,
    int steps,
    OptionalDouble epsilon,
    int classifierEpochs,
    int compared,
    int neighbours) {
  /** As in the paper, where it says so: 60000 digits, 60000 samples. */
  static final DigitSizes FULL =
      new DigitSizes(60_000, 6_000, OptionalDouble.empty(), 8, 10_000, 60_000);

  /** A look at everything. The choice of ε takes longer than all the rest, so ε is given. */
  static final DigitSizes QUICK =
      new DigitSizes(3_000, 480, OptionalDouble.of(0.05), 8, 1_000, 2_000);

  static DigitSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  /**
   * Refuses a MNIST that is too small.
   *
   * @throws InputException where it is
   */
  void check(Digits mnist) {
    if (mnist.train().count() < digits || mnist.test().count() < compared) {
      throw new InputException(
          "--mnist holds %d training and %d test digits; %d and %d are needed"
              .formatted(mnist.train().count(), mnist.test().count(), digits, compared));
    }
  }

  /** Epochs that take no fewer than the steps. */
  int epochs(int batch) {
    return Plan.epochs(steps, digits, batch);
  }
}
