package org.ricvae.nn;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.kernel.Activation;

/** A chain of dense layers whose parameters follow one another in a shared array. */
public final class Network {
  private final List<Dense> layers;

  private Network(List<Dense> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * Lays out a chain of layers.
   *
   * @param offset where the parameters begin in the shared array
   * @param in inputs of the first layer
   * @param hidden widths of the hidden layers, possibly none: the network is then affine
   * @param hiddenActivation after each hidden layer
   * @param out outputs
   * @param outActivation after the last layer
   */
  public static Network of(
      int offset,
      int in,
      List<Integer> hidden,
      Activation hiddenActivation,
      int out,
      Activation outActivation) {
    List<Dense> layers = new ArrayList<>();
    int at = offset;
    int width = in;
    for (int h : hidden) {
      Dense layer = new Dense(width, h, hiddenActivation, at);
      layers.add(layer);
      at += layer.size();
      width = h;
    }
    layers.add(new Dense(width, out, outActivation, at));
    return new Network(layers);
  }

  /** The layers, in order. */
  public List<Dense> layers() {
    return layers;
  }

  /** Where the parameters end in the shared array. */
  public int end() {
    Dense last = layers.get(layers.size() - 1);
    return last.offset() + last.size();
  }

  /** Inputs of the first layer. */
  public int in() {
    return layers.get(0).in();
  }

  /** Outputs of the last layer. */
  public int out() {
    return layers.get(layers.size() - 1).out();
  }

  /** Inputs of the last layer: where a second head may be attached. */
  public int lastIn() {
    return layers.get(layers.size() - 1).in();
  }
}
