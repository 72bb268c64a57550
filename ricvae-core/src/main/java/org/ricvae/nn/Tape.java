package org.ricvae.nn;

import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;

/**
 * What a network remembers of a forward pass over a batch: the activations of each layer and, after
 * the backward pass, its deltas. The input belongs to the caller.
 */
public final class Tape {
  private final Network network;
  private final Activations[] activations;
  private final Deltas[] deltas;

  /**
   * Memory for a number of chunks.
   *
   * @param network the layers
   * @param input what the first layer reads
   * @param chunks chunks to remember
   * @param training whether deltas are kept
   * @param slab where the memory is from
   */
  public Tape(Network network, Activations input, int chunks, boolean training, Slab slab) {
    this.network = network;
    int depth = network.layers().size();
    activations = new Activations[depth + 1];
    activations[0] = input;
    deltas = new Deltas[training ? depth : 0];
    for (int i = 0; i < depth; i++) {
      int out = network.layers().get(i).out();
      activations[i + 1] = new Activations(out, chunks, slab);
      if (training) {
        deltas[i] = new Deltas(out, chunks, slab);
      }
    }
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /** What the last layer gave. */
  public Activations output() {
    return activations[activations.length - 1];
  }

  /** What layer i reads. */
  public Activations input(int layer) {
    return activations[layer];
  }

  /** The deltas of layer i. */
  public Deltas deltas(int layer) {
    return deltas[layer];
  }

  /** Runs the chunks {@code [chunk, chunk + n)} through all layers. */
  public void forward(Kernels k, float[] w, int chunk, int n) {
    for (int i = 0; i < network.layers().size(); i++) {
      network.layers().get(i).forward(k, w, activations[i], activations[i + 1], chunk, n);
    }
  }

  /**
   * Runs the gradient of the output back through all layers.
   *
   * @param g holds dL/dy of the output on entry; on return holds dL/dx of the input, where wanted
   * @param inputWanted whether dL/dx of the first layer is needed
   */
  public void backward(
      Kernels k, float[] w, GradientPair g, int chunk, int n, boolean inputWanted) {
    for (int i = network.layers().size() - 1; i >= 0; i--) {
      backward(i, k, w, g, chunk, n, i > 0 || inputWanted);
    }
  }

  /**
   * Runs the gradient back through layer i alone: one step of {@link #backward(Kernels, float[],
   * GradientPair, int, int, boolean)}, for a caller that adds something in between.
   */
  public void backward(
      int i, Kernels k, float[] w, GradientPair g, int chunk, int n, boolean inputWanted) {
    Dense layer = network.layers().get(i);
    layer.delta(k, activations[i + 1], g.current(), g.at(0), g.stride(), deltas[i], chunk, n);
    if (inputWanted) {
      Slab.Part dx = g.other();
      layer.backward(k, w, g.current(), g.at(0), g.stride(), dx.data(), dx.from(), g.stride(), n);
      g.swap();
    }
  }
}
