package org.ricvae.model;

import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.GradientPair;

/** Memory that a worker needs while it takes blocks through the passes and back. */
public final class Scratch {
  final GradientPair gradient;
  final Term term = new Term();

  /**
   * ε' of each pass but the last, block by block: drawn on the way forward, needed on the way back.
   */
  final float[][][] noise;

  final float[] work;
  final float[] lanes = new float[Kernels.BLOCK];
  final float[] dLogVariance;
  final float[] hidden;
  final float[] dNext;
  final float[] dX;
  final int[] key = new int[4];
  final int stride;

  /**
   * Memory for one worker.
   *
   * @param vae the networks
   * @param blocks the most blocks that a worker takes at once
   * @param slab where the memory is from
   */
  public Scratch(RecurrentVae vae, int blocks, Slab slab) {
    int size = vae.architecture().size();
    stride = Kernels.padded(size) * Kernels.BLOCK;
    gradient = new GradientPair(vae.widest(), blocks, slab);
    noise = new float[vae.objective().passes() - 1][blocks][stride];
    work = new float[Math.max(stride, Kernels.padded(vae.architecture().latent()) * Kernels.BLOCK)];
    boolean head = vae.varianceHead().isPresent();
    dLogVariance = new float[head ? blocks * stride : 0];
    hidden = new float[head ? blocks * gradient.stride() : 0];
    boolean flows = vae.objective().gradientThroughSample() && vae.objective().passes() > 1;
    dNext = new float[flows ? blocks * stride : 0];
    dX = new float[dNext.length];
  }
}
