package org.ricvae.model;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;

/**
 * What the encoder is given of one block: the normalised values, and for a table's rows one more
 * input a cell that says whether it is seen; the values of a cell that is not are 0.
 */
final class EncoderInput {
  private final InputNormalization normalization;
  private final int[] firsts;

  private EncoderInput(InputNormalization normalization, int[] firsts) {
    this.normalization = normalization;
    this.firsts = firsts;
  }

  static EncoderInput of(RecurrentVae vae) {
    int[] firsts =
        vae.objective().likelihood() instanceof MixedLikelihood mixed
            ? mixed.cells().firsts()
            : new int[1];
    return new EncoderInput(vae.normalization(), firsts);
  }

  /** Cells that may be hidden; 0 where the encoder sees everything. */
  int cells() {
    return firsts.length - 1;
  }

  /**
   * Fills in one block.
   *
   * @param x {@code [size × 32]} from x0
   * @param seen {@code [cells × 32]} from seen0: 1 where a cell is seen, 0 where not; null: all are
   * @param dst {@code [size + cells × 32]} from dst0
   */
  void write(Kernels k, float[] x, int x0, float[] seen, int seen0, float[] dst, int dst0) {
    float[] center = normalization.center();
    k.normalize(normalization.gain(), center, x, x0, dst, dst0);
    int indicators = dst0 + center.length * Kernels.BLOCK;
    if (seen == null) {
      Arrays.fill(dst, indicators, indicators + cells() * Kernels.BLOCK, 1);
      return;
    }
    System.arraycopy(seen, seen0, dst, indicators, cells() * Kernels.BLOCK);
    for (int c = 0; c < cells(); c++) {
      int cell = seen0 + c * Kernels.BLOCK;
      for (int j = firsts[c]; j < firsts[c + 1]; j++) {
        int to = dst0 + j * Kernels.BLOCK;
        for (int l = 0; l < Kernels.BLOCK; l++) {
          dst[to + l] *= seen[cell + l];
        }
      }
    }
  }
}
