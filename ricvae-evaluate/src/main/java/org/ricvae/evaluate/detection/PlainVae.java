package org.ricvae.evaluate.detection;

import java.util.List;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.RicvaeModel;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Activation;
import org.ricvae.train.Plan;

/**
 * Mean squared residual of a plain ℓ2-VAE of standardised rows, one size for all tables; what is
 * not said here is the library's default, the noise s included.
 */
public final class PlainVae implements Detector {
  /** Widths of the hidden layers, of the order that detectors for tables use. */
  private static final List<Integer> HIDDEN = List.of(64, 32);

  /** κ, at most; half of the columns where these are fewer. */
  private static final int LATENT = 8;

  /** Steps of the training. */
  private static final int STEPS = 2_000;

  private final int steps;

  /** Of the usual length. */
  public PlainVae() {
    this(STEPS);
  }

  PlainVae(int steps) {
    this.steps = steps;
  }

  @Override
  public String name() {
    return "l2-vae";
  }

  @Override
  public String settings() {
    return "κ up to %d, %d steps, %s".formatted(LATENT, steps, OptionsText.write(options(0)));
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    float[] values = new float[data.values().length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) data.values()[k];
    }
    Samples samples = Samples.of(SampleShape.vector(data.columns()), values);
    Options options = options(seed);
    RicvaeModel model =
        Ricvae.fit(
            samples,
            options
                .withLatent(Math.max(1, Math.min(LATENT, data.columns() / 2)))
                .withEpochs(Plan.epochs(steps, data.rows(), options.batch())));
    return Scores.of(model.score(values));
  }

  private static Options options(long seed) {
    return Options.defaults()
        .withKind(ModelKind.L2VAE)
        .withHidden(HIDDEN)
        .withOutputActivation(Activation.LINEAR)
        .withSeed(seed)
        .withThreads(1);
  }
}
