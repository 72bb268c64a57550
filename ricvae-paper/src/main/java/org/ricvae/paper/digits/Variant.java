package org.ricvae.paper.digits;

import java.util.Locale;
import org.ricvae.RicvaeModel;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.use.Recovery;

/** A way to make digits: a trained model and its passes at test. The first five are the paper's. */
enum Variant {
  /** Figure 4 (a). */
  L2(DigitModel.L2VAE, 1, false, "ℓ2-VAE"),
  /** Figure 4 (b). */
  IC(DigitModel.ICVAE, 1, false, "iC-VAE"),
  /** Figure 4 (c). */
  IC_20(DigitModel.ICVAE, 20, false, "RiC-VAE (1, 20)"),
  /** Figure 4 (d). */
  RIC_1(DigitModel.RICVAE, 1, false, "RiC-VAE (5, 1)"),
  /** Figure 4 (e). */
  RIC_20(DigitModel.RICVAE, 20, false, "RiC-VAE (5, 20)"),
  /** (c) with draws between the passes. */
  IC_20_DRAWN(DigitModel.ICVAE, 20, true, "RiC-VAE (1, 20), drawn"),
  /** (e) with draws between the passes. */
  RIC_20_DRAWN(DigitModel.RICVAE, 20, true, "RiC-VAE (5, 20), drawn"),
  /** Figure 6, right. */
  RIC_5(DigitModel.RICVAE, 5, false, "RiC-VAE (5, 5)");

  /** Of the z of all samples: all variants decode the same ones. */
  static final long SEED = 4;

  private final DigitModel model;
  private final int passes;
  private final boolean drawn;
  private final String title;

  Variant(DigitModel model, int passes, boolean drawn, String title) {
    this.model = model;
    this.passes = passes;
    this.drawn = drawn;
    this.title = title;
  }

  DigitModel model() {
    return model;
  }

  /** M. */
  int passes() {
    return passes;
  }

  /** Whether a pass starts from a draw around the mean of the one before, and not from the mean. */
  boolean drawn() {
    return drawn;
  }

  String title() {
    return title;
  }

  /** In the name of a cell. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The first n samples of a trained model. */
  Points generate(RicvaeModel trained, int n) {
    Recovery recovery = new Recovery(trained.trained(), KernelProvider.best());
    int size = trained.shape().size();
    float[] values = new float[Math.multiplyExact(n, size)];
    for (int from = 0; from < n; from += recovery.capacity()) {
      int rows = Math.min(recovery.capacity(), n - from);
      float[] part = recovery.generate(rows, from, passes, drawn, SEED);
      System.arraycopy(part, 0, values, from * size, part.length);
    }
    return Pixels.of(values, size);
  }
}
