package org.ricvae.paper.supplement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ricvae.Options;
import org.ricvae.kernel.Activation;
import org.ricvae.train.Plan;

/**
 * How much of the phase plot is run.
 *
 * @param latents κ*, the true numbers of latent dimensions
 * @param percents shares of corrupted entries
 * @param linearLatent κ* of the data from a linear decoder
 * @param samples n
 * @param size d, values a sample
 * @param decoder width of the true decoder's ReLU layer
 * @param hidden widths of the encoder's hidden layers; the decoder's are the same the other way
 *     round
 * @param steps of every VAE's training
 * @param epsilon of the VAEs; empty: chosen by the data
 */
record PhaseSizes(
    List<Integer> latents,
    List<Integer> percents,
    int linearLatent,
    int samples,
    int size,
    int decoder,
    List<Integer> hidden,
    int steps,
    OptionalDouble epsilon) {
  /**
   * Ours, set with the true error in view at κ* = 5, where smaller ones left RPCA ahead or the
   * posterior collapsed; the companion paper trains 200 epochs on a million samples.
   */
  static final PhaseSizes FULL =
      new PhaseSizes(
          List.of(2, 5, 10, 15, 20),
          List.of(5, 10, 20, 30, 40),
          10,
          20_000,
          100,
          200,
          List.of(200, 200),
          3_000,
          OptionalDouble.empty());

  /** Enough to see that everything works; ε is not chosen, since that takes the longest. */
  static final PhaseSizes QUICK =
      new PhaseSizes(
          List.of(2, 5),
          List.of(5, 20),
          5,
          4_000,
          60,
          60,
          List.of(100),
          400,
          OptionalDouble.of(1e-3));

  /** Adam's step size: twice the usual, since so few steps are made. */
  private static final double LEARNING_RATE = 2e-3;

  /** κ of the VAEs: more than any κ*. */
  static final int LATENT = 30;

  /** Of decoder, samples, errors and training. */
  static final int SEED = 1;

  static PhaseSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  /**
   * A place of the plot.
   *
   * @param latent κ*
   * @param percent share of corrupted entries
   * @param linear whether the true decoder is linear
   */
  record Place(int latent, int percent, boolean linear) {
    /** In the names of cells. */
    String key() {
      return "%s_k%d_p%d".formatted(linear ? "linear" : "relu", latent, percent);
    }
  }

  List<Place> places() {
    List<Place> all = new ArrayList<>();
    for (int percent : percents) {
      latents.forEach(latent -> all.add(new Place(latent, percent, false)));
      all.add(new Place(linearLatent, percent, true));
    }
    return all;
  }

  RandomDecoder decoder(Place place) {
    return new RandomDecoder(place.latent(), place.linear() ? 0 : decoder, size, SEED);
  }

  /** What the VAEs have in common. */
  Options base() {
    Options base = Options.defaults();
    return base.withLatent(LATENT)
        .withHidden(hidden)
        .withOutputActivation(Activation.LINEAR)
        .withEpochs(Plan.epochs(steps, samples, base.batch()))
        .withKlWarmUp(steps / 2)
        .withLearningRate(LEARNING_RATE)
        .withSeed(SEED)
        .withThreads(1);
  }
}
