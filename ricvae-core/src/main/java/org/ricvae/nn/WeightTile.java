package org.ricvae.nn;

import org.ricvae.kernel.Kernels;

/**
 * Some rows and outputs of a layer's parameters, of which gradient and update can be taken apart
 * from the others'.
 *
 * @param layer whose they are
 * @param row the first row; 0 are the biases, 1 + i the weights from input i
 * @param rows how many
 * @param output the first output, where a weight panel and a square of deltas begin
 * @param outputs how many
 */
public record WeightTile(Dense layer, int row, int rows, int output, int outputs) {
  /** All parameters of a layer. */
  static WeightTile whole(Dense layer) {
    return new WeightTile(layer, 0, 1 + layer.in(), 0, layer.out());
  }

  /** Panels of 12 outputs. */
  int panels() {
    return Kernels.panels(outputs);
  }

  /** Floats of a panel. */
  public int panel() {
    return rows * Kernels.TILE;
  }

  /** Floats of all panels, one directly after the other. */
  public int size() {
    return panels() * panel();
  }

  /**
   * The gradient over the first chunks.
   *
   * @param first whether the sums begin with these chunks; else they go on from what is in g
   * @param g panels {@code [rows × 12]} from {@code g0}, {@code gPanel} floats apart
   */
  public void gradient(
      Kernels k,
      Activations x,
      Deltas deltas,
      int chunks,
      boolean first,
      float[] g,
      int g0,
      int gPanel) {
    k.weightGradient(
        rows,
        outputs,
        chunks,
        first,
        x.data(),
        x.ones(0) + row * Kernels.BLOCK,
        x.stride(),
        deltas.data(),
        deltas.square(output / Kernels.BLOCK),
        deltas.squareStride(),
        g,
        g0,
        gPanel);
  }
}
