package org.ricvae.paper.digits;

import org.ricvae.RicvaeModel;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.use.Recovery;

/**
 * A way to make digits: RiC-VAE (N, M), of which N is its model's.
 *
 * @param model the trained one
 * @param passes M
 * @param drawn whether a pass starts from a draw around the mean of the one before, and not from
 *     the mean
 */
record Variant(DigitModel model, int passes, boolean drawn) {
  /** Figure 4 (a). */
  static final Variant L2 = new Variant(DigitModel.L2VAE, 1, false);

  /** Figure 4 (b). */
  static final Variant IC = new Variant(DigitModel.ICVAE, 1, false);

  /** Figure 4 (c). */
  static final Variant IC_20 = new Variant(DigitModel.ICVAE, 20, false);

  /** Figure 4 (d). */
  static final Variant RIC_1 = new Variant(DigitModel.RICVAE, 1, false);

  /** Figure 4 (e). */
  static final Variant RIC_20 = new Variant(DigitModel.RICVAE, 20, false);

  /** (c) with draws between the passes. */
  static final Variant IC_20_DRAWN = new Variant(DigitModel.ICVAE, 20, true);

  /** (e) with draws between the passes. */
  static final Variant RIC_20_DRAWN = new Variant(DigitModel.RICVAE, 20, true);

  /** Figure 6, right. */
  static final Variant RIC_5 = new Variant(DigitModel.RICVAE, 5, false);

  /** Of the z of all samples: all variants decode the same ones. */
  static final long SEED = 4;

  /** "iC-VAE", "RiC-VAE (5, 20)", "RiC-VAE (5, 20), drawn". */
  String title() {
    return single()
        ? model.title()
        : "RiC-VAE (%d, %d)%s".formatted(model.passes(), passes, drawn ? ", drawn" : "");
  }

  /** In the name of a cell: "ic", "ric-20", "ric-20-drawn". */
  String key() {
    return single()
        ? model.shortKey()
        : "%s-%d%s".formatted(model.shortKey(), passes, drawn ? "-drawn" : "");
  }

  private boolean single() {
    return model.passes() == 1 && passes == 1;
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
