package org.ricvae.table.model;

import org.ricvae.data.InputException;

/**
 * How new rows are drawn: a code z from the posteriors of some rows of the training, taken as a
 * mixture with equal weights (as in Tomczak and Welling's VampPrior, 2018; the prior N(0, I) has
 * mass between them, where no rows are), then each cell given z.
 *
 * @param means {@code [codes][latent]}: μz of each posterior
 * @param deviations {@code [codes][latent]}: σz
 * @param noise {@code [numeric cells]}: deviation of a cell from the decoder's mean
 * @param low {@code [numeric cells]}: the least value that is drawn
 * @param high {@code [numeric cells]}: the largest
 * @param temperature {@code [categorical cells]}: by which logits are divided. The robust
 *     likelihood asks for no more than 1 − ρ, so that p alone says too little
 */
record Drawing(
    double[][] means,
    double[][] deviations,
    double[] noise,
    double[] low,
    double[] high,
    double[] temperature) {
  /** Checks what can be checked without the networks. */
  Drawing {
    boolean fits =
        means.length > 0
            && means.length == deviations.length
            && low.length == noise.length
            && high.length == noise.length;
    for (int k = 0; fits && k < means.length; k++) {
      fits = means[k].length == means[0].length && finite(means[k]);
      fits &= deviations[k].length == means[0].length && finite(deviations[k]);
    }
    fits = fits && finite(noise) && finite(low) && finite(high) && finite(temperature);
    for (int t = 0; fits && t < temperature.length; t++) {
      fits = temperature[t] > 0;
    }
    if (!fits) {
      throw new InputException("codes, noises and temperatures that do not belong together");
    }
  }

  private static boolean finite(double[] values) {
    boolean finite = true;
    for (double value : values) {
      finite &= Double.isFinite(value);
    }
    return finite;
  }
}
