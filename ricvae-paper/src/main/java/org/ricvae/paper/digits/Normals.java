package org.ricvae.paper.digits;

import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;

/** Standard normal noise that depends on nothing but a seed. */
final class Normals {
  private Normals() {}

  /** {@code [n × size]} draws. */
  static float[] draw(int n, int size, long seed) {
    Kernels kernels = KernelProvider.best();
    float[] block = new float[Kernels.padded(size) * Kernels.BLOCK];
    int[] samples = new int[Kernels.BLOCK];
    int[] key = new int[4];
    Noise.key(seed, 0, 0, Noise.Purpose.LATENT, key);
    float[] draws = new float[Math.multiplyExact(n, size)];
    for (int from = 0; from < n; from += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        samples[l] = from + l;
      }
      kernels.normal(key, samples, 0, size, block, 0);
      for (int l = 0; l < Math.min(Kernels.BLOCK, n - from); l++) {
        for (int j = 0; j < size; j++) {
          draws[(from + l) * size + j] = block[j * Kernels.BLOCK + l];
        }
      }
    }
    return draws;
  }
}
