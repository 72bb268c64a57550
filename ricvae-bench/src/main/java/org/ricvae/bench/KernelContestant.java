package org.ricvae.bench;

import java.util.Random;
import org.ricvae.kernel.Kernels;

/** Kernels of ours, on their own layout, as a training step calls them. */
record KernelContestant(Kernels kernels) implements Contestant {
  /** The tiles into which a training step cuts weights. */
  private static final int TILE_ROWS = 192;

  private static final int TILE_PANELS = 8;

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
    int panel = (1 + Kernels.padded(in)) * Kernels.BLOCK;
    int panels = Kernels.panels(out);
    int chunk = Kernels.BLOCK * Kernels.BLOCK;
    int deltas = panels * chunk;
    float[] w = random(panel * panels);
    float[] x = random(panel * blocks);
    float[] y = random(deltas * blocks);
    return switch (product) {
      case FORWARD ->
          () -> kernels.forward(rows, out, blocks, w, 0, panel, x, 0, panel, y, 0, deltas);
      case BACKWARD ->
          () -> kernels.backward(in, out, blocks, w, 0, panel, y, 0, deltas, x, 0, panel);
      case WEIGHT_GRADIENT -> {
        float[] transposed = new float[deltas * blocks];
        float[] g = new float[TILE_PANELS * rows * Kernels.BLOCK];
        yield () -> {
          for (int b = 0; b < blocks; b++) {
            kernels.transpose(out, y, b * deltas, transposed, b * chunk, blocks * chunk);
          }
          int n;
          for (int k = 0; k < rows; k += n) {
            int left = rows - k;
            n = left <= TILE_ROWS + Kernels.TILE + 1 ? left : TILE_ROWS;
            for (int p = 0; p < panels; p += TILE_PANELS) {
              int group = Math.min(TILE_PANELS, panels - p);
              int at = p * blocks * chunk;
              kernels.weightGradients(
                  n,
                  group,
                  blocks,
                  x,
                  k * Kernels.BLOCK,
                  panel,
                  transposed,
                  at,
                  blocks * chunk,
                  chunk,
                  g,
                  0,
                  n * Kernels.BLOCK);
            }
          }
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
