package org.ricvae.model;

import org.ricvae.kernel.Kernels;

/**
 * The posterior q(z|x) = N(μz, diag σz²) of eq. 2, one block at a time. The encoder's head gives
 * {@code [2κ × 32]}: μz, then log σz².
 *
 * <p>Drawn by reparametrisation, z = μz + σz ε (eq. 14); the KL term of eq. 4 with its constants
 * dropped is Σ_k σ² − log σ² + μ².
 */
final class Latent {
  private Latent() {}

  /** z = μz + σz ε, or μz where there is no noise. */
  static void draw(
      Kernels k, int latent, float[] head, int h0, float[] noise, int n0, float[] z, int z0) {
    int n = latent * Kernels.BLOCK;
    for (int i = 0; i < n; i++) {
      z[z0 + i] = 0.5f * head[h0 + n + i];
    }
    k.exp(z, z0, n);
    for (int i = 0; i < n; i++) {
      z[z0 + i] = head[h0 + i] + z[z0 + i] * noise[n0 + i];
    }
  }

  /** Adds Σ_k σ² − log σ² + μ² to the KL sum of each of the 32 samples. */
  static void addKl(
      Kernels k, int latent, float[] head, int h0, float[] work, float[] kl, int lane0) {
    int n = latent * Kernels.BLOCK;
    System.arraycopy(head, h0 + n, work, 0, n);
    k.exp(work, 0, n);
    for (int i = 0; i < n; i += Kernels.BLOCK) {
      for (int l = 0; l < Kernels.BLOCK; l++) {
        float mean = head[h0 + i + l];
        kl[lane0 + l] += work[i + l] - head[h0 + n + i + l] + mean * mean;
      }
    }
  }

  /**
   * From dL/dz in rows 0 .. κ-1 of g to dL/dμz and dL/dlog σz² in rows 0 .. 2κ-1, the KL term's
   * gradient included.
   *
   * @param klWeight factor on the KL term's gradient
   * @param z what was drawn: σz ε = z − μz
   */
  static void gradient(
      Kernels k,
      float klWeight,
      int latent,
      float[] head,
      int h0,
      float[] z,
      int z0,
      float[] work,
      float[] g,
      int g0) {
    int n = latent * Kernels.BLOCK;
    System.arraycopy(head, h0 + n, work, 0, n);
    k.exp(work, 0, n);
    for (int i = 0; i < n; i++) {
      float mean = head[h0 + i];
      float dz = g[g0 + i];
      g[g0 + n + i] = 0.5f * dz * (z[z0 + i] - mean) + klWeight * (work[i] - 1);
      g[g0 + i] = dz + 2 * klWeight * mean;
    }
  }
}
