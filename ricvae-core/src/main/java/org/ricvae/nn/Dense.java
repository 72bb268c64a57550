package org.ricvae.nn;

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
  /** Rows of a weight panel: the bias, then the inputs, padded with zeros. */
  public int rows() {
    return 1 + Kernels.padded(in);
  }

  /** Floats from one weight panel to the next. */
  public int panelStride() {
    return rows() * Kernels.BLOCK;
  }

  /** Panels of 32 outputs. */
  public int panels() {
    return Kernels.panels(out);
  }

  /** Floats the layer's parameters take, padding included. */
  public int size() {
    return Math.multiplyExact(panels(), panelStride());
  }

  /** Where the weight from input i to output o lies in the shared array; i = -1 is the bias. */
  public int index(int i, int o) {
    return offset + o / Kernels.BLOCK * panelStride() + (1 + i) * Kernels.BLOCK + o % Kernels.BLOCK;
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
   * Turns dL/dy into dL/d(Wx + b), in place, and keeps it transposed for the weight gradient.
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
      int transposed = deltas.panel(0) + (chunk + c) * Deltas.STRIDE;
      activation.gradient(k, y.data(), y.first(chunk + c), dy, at, out * Kernels.BLOCK);
      k.transpose(out, dy, at, deltas.data(), transposed, deltas.panelStride());
    }
  }

  /** dL/dx = Wᵀ dL/d(Wx + b) for n chunks. */
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
}
