package org.ricvae.model;

import java.util.Arrays;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Tape;

/**
 * Encoder and decoder without the way back: what recovery, scoring and generation need. Holds the
 * memory for a few blocks; one thread's own.
 */
public final class Forward {
  private final RecurrentVae vae;
  private final Kernels kernels;
  private final EncoderInput encoderInput;
  private final float[] values;
  private final float[] seenCells;
  private final Activations input;
  private final Tape encoder;
  private final Activations latent;
  private final Tape decoder;
  private final Activations logVariance;
  private final int blocks;

  /**
   * Memory for a number of blocks.
   *
   * @param blocks blocks of 32 samples to hold
   */
  public Forward(RecurrentVae vae, Kernels kernels, int blocks) {
    this.vae = vae;
    this.kernels = kernels;
    this.blocks = blocks;
    encoderInput = EncoderInput.of(vae);
    values = new float[vae.architecture().size() * Kernels.BLOCK];
    seenCells = new float[encoderInput.cells() * Kernels.BLOCK];
    Slab slab = new Slab();
    input = new Activations(vae.architecture().size() + encoderInput.cells(), blocks, slab);
    encoder = new Tape(vae.encoder(), input, blocks, false, slab);
    latent = new Activations(vae.architecture().latent(), blocks, slab);
    decoder = new Tape(vae.decoder(), latent, blocks, false, slab);
    boolean head = vae.varianceHead().isPresent();
    logVariance = head ? new Activations(vae.architecture().size(), blocks, slab) : null;
  }

  /** The most samples at once. */
  public int capacity() {
    return blocks * Kernels.BLOCK;
  }

  /**
   * The posterior of n samples.
   *
   * @param w the parameters
   * @param x {@code [n × size]}, scaled
   * @param n samples, at most {@link #capacity()}
   */
  public void encode(float[] w, float[] x, int n) {
    encode(w, x, null, n);
  }

  /**
   * The posterior of n rows of a table, of which the encoder sees a part.
   *
   * @param w the parameters
   * @param x {@code [n × size]}, scaled
   * @param seen {@code [n × cells]}: which cells are seen; null: all
   * @param n samples, at most {@link #capacity()}
   */
  public void encode(float[] w, float[] x, boolean[] seen, int n) {
    int size = vae.architecture().size();
    int cells = encoderInput.cells();
    for (int b = 0; b < used(n); b++) {
      int lanes = Math.min(Kernels.BLOCK, n - b * Kernels.BLOCK);
      for (int l = 0; l < lanes; l++) {
        int i = b * Kernels.BLOCK + l;
        for (int j = 0; j < size; j++) {
          values[j * Kernels.BLOCK + l] = x[i * size + j];
        }
        for (int c = 0; seen != null && c < cells; c++) {
          seenCells[c * Kernels.BLOCK + l] = seen[i * cells + c] ? 1 : 0;
        }
      }
      float[] shown = seen == null ? null : seenCells;
      encoderInput.write(kernels, values, 0, shown, 0, input.data(), input.first(b));
    }
    encoder.forward(kernels, w, 0, used(n));
  }

  /** Copies μz of n encoded samples to {@code [n × latent]}. */
  public void means(float[] dst, int n) {
    rows(encoder.output(), 0, vae.architecture().latent(), dst, n);
  }

  /** Copies log σz² of n encoded samples to {@code [n × latent]}; −∞ for the autoencoder. */
  public void logVariances(float[] dst, int n) {
    int kappa = vae.architecture().latent();
    if (vae.objective().likelihood().variational()) {
      rows(encoder.output(), kappa, kappa, dst, n);
    } else {
      Arrays.fill(dst, 0, n * kappa, Float.NEGATIVE_INFINITY);
    }
  }

  /**
   * The decoder's mean μx of n latent vectors.
   *
   * @param z {@code [n × latent]}
   * @param mean receives {@code [n × size]}, scaled
   */
  public void decode(float[] w, float[] z, int n, float[] mean) {
    int kappa = vae.architecture().latent();
    for (int i = 0; i < used(n) * Kernels.BLOCK; i++) {
      int at = latent.first(i / Kernels.BLOCK) + i % Kernels.BLOCK;
      for (int j = 0; j < kappa; j++) {
        latent.data()[at + j * Kernels.BLOCK] = i < n ? z[i * kappa + j] : 0;
      }
    }
    decoder.forward(kernels, w, 0, used(n));
    rows(decoder.output(), 0, vae.architecture().size(), mean, n);
  }

  /**
   * log Σx of the n latent vectors decoded last, {@code [n × size]}; the LC-VAE's alone, zero for
   * the others.
   */
  public void logVariance(float[] w, int n, float[] dst) {
    int size = vae.architecture().size();
    if (logVariance == null) {
      Arrays.fill(dst, 0, n * size, 0);
      return;
    }
    Activations hidden = decoder.input(vae.decoder().layers().size() - 1);
    vae.varianceHead().orElseThrow().forward(kernels, w, hidden, logVariance, 0, used(n));
    rows(logVariance, 0, size, dst, n);
  }

  private static int used(int n) {
    return (n + Kernels.BLOCK - 1) / Kernels.BLOCK;
  }

  private static void rows(Activations a, int from, int features, float[] dst, int n) {
    for (int i = 0; i < n; i++) {
      int at = a.first(i / Kernels.BLOCK) + from * Kernels.BLOCK + i % Kernels.BLOCK;
      for (int j = 0; j < features; j++) {
        dst[i * features + j] = a.data()[at + j * Kernels.BLOCK];
      }
    }
  }
}
