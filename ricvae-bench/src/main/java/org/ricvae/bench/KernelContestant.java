package org.ricvae.bench;

import java.util.Random;
import org.ricvae.kernel.Kernels;

/** Kernels of ours, on their own layout, as a training step calls them. */
record KernelContestant(Kernels kernels) implements Contestant {
  @Override
  public String name() {
    return kernels.name();
  }

  @Override
  public String includes() {
    return "bias row; deltas transposed for the weight gradient; weights stay packed between steps";
  }

  @Override
  public Runnable prepare(Product product, Layer layer, int batch) {
    int in = layer.in();
    int out = layer.out();
    int blocks = batch / Kernels.BLOCK;
    int rows = 1 + in;
    int panel = (1 + Kernels.padded(in)) * Kernels.TILE;
    int panels = Kernels.panels(out);
    int activations = Kernels.padded(rows) * Kernels.BLOCK;
    int deltas = Kernels.padded(out) * Kernels.BLOCK;
    float[] w = random(panel * panels);
    float[] x = random(activations * blocks);
    float[] y = random(deltas * blocks);
    return switch (product) {
      case FORWARD ->
          () -> kernels.forward(rows, out, blocks, w, 0, panel, x, 0, activations, y, 0, deltas);
      case BACKWARD ->
          () -> kernels.backward(in, out, blocks, w, 0, panel, y, 0, deltas, x, 0, activations);
      case WEIGHT_GRADIENT -> {
        int square = blocks * Kernels.BLOCK * Kernels.BLOCK;
        float[] dyT = new float[Kernels.squares(out) * square];
        float[] g = new float[panel * panels];
        yield () -> {
          for (int b = 0; b < blocks; b++) {
            kernels.transpose(out, y, b * deltas, dyT, b * Kernels.BLOCK * Kernels.BLOCK, square);
          }
          kernels.weightGradient(
              rows, out, blocks, true, x, 0, activations, dyT, 0, square, g, 0, panel);
        };
      }
    };
  }

  static float[] random(int n) {
    Random random = new Random(n);
    float[] a = new float[n];
    for (int i = 0; i < n; i++) {
      a[i] = random.nextFloat() - 0.5f;
    }
    return a;
  }
}
