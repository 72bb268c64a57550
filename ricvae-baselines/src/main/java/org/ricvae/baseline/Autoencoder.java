package org.ricvae.baseline;

import java.util.List;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Adam;
import org.ricvae.nn.Dense;
import org.ricvae.nn.GradientPair;
import org.ricvae.nn.Network;
import org.ricvae.nn.Tape;
import org.ricvae.nn.Xavier;

/**
 * A plain autoencoder on the engine's layers, whose loss weighs each sample: what DRAE trains.
 * Works on one batch at a time, on one thread.
 */
final class Autoencoder {
  private final Kernels kernels = KernelProvider.best();
  private final Network network;
  private final float[] weights;
  private final Adam adam;
  private final Activations input;
  private final Tape tape;
  private final GradientPair gradient;
  private final float[] weightGradient;
  private final int blocks;

  /**
   * A network with weights drawn from a seed.
   *
   * @param columns values of a sample
   * @param hidden widths of the hidden layers, the code in the middle
   * @param batch samples at once, a multiple of {@link Kernels#BLOCK}
   */
  Autoencoder(int columns, List<Integer> hidden, int batch, long seed) {
    network = Network.of(0, columns, hidden, Activation.TANH, columns, Activation.LINEAR);
    weights = new float[network.end()];
    blocks = batch / Kernels.BLOCK;
    Slab slab = new Slab();
    input = new Activations(columns, blocks, slab);
    tape = new Tape(network, input, blocks, true, slab);
    int widest = columns;
    long own = seed;
    for (Dense layer : network.layers()) {
      Xavier.initialize(layer, weights, own);
      // A seed for each layer: so far apart they were when the results of docs/paper were made.
      own += (1 + (layer.in() + 7L) / 8 * 8) * Kernels.squares(layer.out()) * Kernels.BLOCK;
      widest = Math.max(widest, layer.out());
    }
    gradient = new GradientPair(widest, blocks, slab);
    weightGradient = new float[weights.length];
    adam = new Adam(weights, 0);
  }

  /** All parameters, in the layout of {@link Dense}. */
  float[] weights() {
    return weights;
  }

  /**
   * Reconstructs a batch.
   *
   * @param rows sample after sample, {@code network inputs} values each
   * @param order which samples; the batch is {@code order[from .. from + n)}
   * @param errors receives the mean squared error of each, at its number
   */
  void forward(float[] rows, int[] order, int from, int n, double[] errors) {
    int columns = network.in();
    for (int i = 0; i < blocks * Kernels.BLOCK; i++) {
      int at = input.first(i / Kernels.BLOCK) + i % Kernels.BLOCK;
      for (int j = 0; j < columns; j++) {
        input.data()[at + j * Kernels.BLOCK] = i < n ? rows[order[from + i] * columns + j] : 0;
      }
    }
    tape.forward(kernels, weights, 0, blocks);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        double r = residual(i, j);
        sum += r * r;
      }
      errors[order[from + i]] = sum / columns;
    }
  }

  private float residual(int i, int j) {
    int lane = j * Kernels.BLOCK + i % Kernels.BLOCK;
    int block = i / Kernels.BLOCK;
    return input.data()[input.first(block) + lane]
        - tape.output().data()[tape.output().first(block) + lane];
  }

  /**
   * One step of Adam down the gradient of Σ slope_i e_i over the batch that went forward last.
   *
   * @param slopes of the n samples of the batch
   */
  void update(double[] slopes, int n, double learningRate) {
    int columns = network.in();
    for (int i = 0; i < blocks * Kernels.BLOCK; i++) {
      int at = gradient.at(i / Kernels.BLOCK) + i % Kernels.BLOCK;
      for (int j = 0; j < columns; j++) {
        gradient.current()[at + j * Kernels.BLOCK] =
            i < n ? (float) (-2 * slopes[i] * residual(i, j) / columns) : 0;
      }
    }
    tape.backward(kernels, weights, gradient, 0, blocks, false);
    adam.next(learningRate, 1);
    for (int i = 0; i < network.layers().size(); i++) {
      Dense layer = network.layers().get(i);
      layer.weightGradient(kernels, tape.input(i), tape.deltas(i), blocks, weightGradient);
      adam.update(kernels, layer, weightGradient);
    }
  }
}
