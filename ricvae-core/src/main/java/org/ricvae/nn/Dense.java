package org.ricvae.nn;

import java.util.Arrays;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;

/**
 * A dense layer y = f(W x + b): its geometry, and its products. The parameters lie in a flat array
 * that all layers of a network share, in the panel layout of {@link Kernels}.
 *
 * @param in inputs
 * @param out outputs
 * @param activation f
 * @param offset where the layer's parameters begin in the shared array
 */
public record Dense(int in, int out, Activation activation, int offset) {
  /**
   * Floats behind a panel: with them all panels' weights, behind 12 biases each, begin as far from
   * a cache line's begin as an array's first element does. In an array that begins with a page (of
   * a few MB, under G1) that is at a cache line.
   */
  private static final int GAP = 4;

  /** Rows of a weight panel: the bias, then the inputs, padded with zeros. */
  public int rows() {
    return 1 + Kernels.padded(in);
  }

  /** Floats from one weight panel to the next. */
  public int panelStride() {
    return rows() * Kernels.TILE + GAP;
  }

  /** Panels of 12 outputs. */
  public int panels() {
    return Kernels.panels(out);
  }

  /** Floats the layer's parameters take, padding included. */
  public int size() {
    return Math.multiplyExact(panels(), panelStride());
  }

  /** Where the weight from input i to output o lies in the shared array; i = -1 is the bias. */
  public int index(int i, int o) {
    return offset + o / Kernels.TILE * panelStride() + (1 + i) * Kernels.TILE + o % Kernels.TILE;
  }

  /** y = f(W x + b) for the chunks {@code [chunk, chunk + n)}. */
  public void forward(Kernels k, float[] w, Activations x, Activations y, int chunk, int n) {
    k.forward(
        1 + in,
        out,
        n,
        w,
        offset,
        panelStride(),
        x.data(),
        x.ones(chunk),
        x.stride(),
        y.data(),
        y.first(chunk),
        y.stride());
    for (int c = chunk; c < chunk + n; c++) {
      activation.apply(k, y.data(), y.first(c), out * Kernels.BLOCK);
    }
  }

  /**
   * Turns dL/dy into dL/d(Wx + b), in place and zero beyond the outputs, and keeps it transposed
   * for the weight gradient.
   *
   * @param dy {@code [padded(out) × 32]} a chunk, one after the other
   */
  public void delta(
      Kernels k,
      Activations y,
      float[] dy,
      int dy0,
      int dyStride,
      Deltas deltas,
      int chunk,
      int n) {
    for (int c = 0; c < n; c++) {
      int at = dy0 + c * dyStride;
      int transposed = deltas.square(0) + (chunk + c) * Deltas.STRIDE;
      activation.gradient(k, y.data(), y.first(chunk + c), dy, at, out * Kernels.BLOCK);
      Arrays.fill(dy, at + out * Kernels.BLOCK, at + Kernels.padded(out) * Kernels.BLOCK, 0);
      k.transpose(out, dy, at, deltas.data(), transposed, deltas.squareStride());
    }
  }

  /** dL/dx = Wᵀ dL/d(Wx + b) for n chunks, from what {@link #delta} left. */
  public void backward(
      Kernels k,
      float[] w,
      float[] dy,
      int dy0,
      int dyStride,
      float[] dx,
      int dx0,
      int dxStride,
      int n) {
    k.backward(in, out, n, w, offset, panelStride(), dy, dy0, dyStride, dx, dx0, dxStride);
  }

  /**
   * The gradient of all parameters over the first chunks, at their places in {@code g}; padding is
   * left as it is.
   */
  public void weightGradient(Kernels k, Activations x, Deltas deltas, int chunks, float[] g) {
    WeightTile.whole(this).gradient(k, x, deltas, chunks, true, g, offset, panelStride());
  }
}
