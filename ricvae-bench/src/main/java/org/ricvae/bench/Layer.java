package org.ricvae.bench;

import java.util.List;

/** A dense layer. */
record Layer(int in, int out) {
  /** Encoder and decoder of the 784-512-512-30 network, the means and variances side by side. */
  static final List<Layer> NETWORK =
      List.of(
          new Layer(784, 512),
          new Layer(512, 512),
          new Layer(512, 60),
          new Layer(30, 512),
          new Layer(512, 512),
          new Layer(512, 784));

  /** Floating-point operations of one product for a batch, biases not counted. */
  double flops(int batch) {
    return 2.0 * in * out * batch;
  }

  @Override
  public String toString() {
    return in + "x" + out;
  }
}
