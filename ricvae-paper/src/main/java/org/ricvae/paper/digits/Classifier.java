package org.ricvae.paper.digits;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Dense;
import org.ricvae.nn.Network;
import org.ricvae.nn.Tape;
import org.ricvae.nn.Xavier;

/**
 * A classifier of digits, 784-512-256-10 with ReLU and softmax cross entropy, trained by Adam on
 * clean labelled digits. It is the ruler only: what its last hidden layer makes of an image is the
 * space in which generated digits are compared with real ones. No model of the paper sees it, or a
 * label.
 */
final class Classifier {
  /** Widths of the hidden layers. */
  static final List<Integer> HIDDEN = List.of(512, 256);

  /** Samples a step. */
  static final int BATCH = 128;

  /** Adam's step size at the start; it falls by half a cosine. */
  static final double LEARNING_RATE = 1e-3;

  /** The digits 0 to 9. */
  static final int CLASSES = 10;

  static final int BLOCKS = BATCH / Kernels.BLOCK;

  private final Kernels kernels = KernelProvider.best();
  private final Network network;
  private final float[] weights;

  private Classifier(int size, long seed) {
    network = Network.of(0, size, HIDDEN, Activation.RELU, CLASSES, Activation.LINEAR);
    weights = new float[network.end()];
    SplittableRandom random = new SplittableRandom(seed);
    for (Dense layer : network.layers()) {
      Xavier.initialize(layer, weights, random.nextLong());
    }
  }

  /**
   * Trains a classifier.
   *
   * @param images at least {@value #BATCH}, values in [0, 1]
   * @param labels one an image
   * @param epochs passes over the images; of each the images beyond a whole number of batches are
   *     left out, others every time
   */
  static Classifier train(
      Points images, int[] labels, int epochs, long seed, DoubleConsumer progress) {
    Classifier classifier = new Classifier(images.size(), seed);
    new ClassifierTraining(classifier.network, classifier.weights, images, labels, seed)
        .run(epochs, progress);
    return classifier;
  }

  /**
   * What the last hidden layer makes of images.
   *
   * @param images values in [0, 1]
   */
  Points features(Points images) {
    return outputs(images, network.layers().size() - 1);
  }

  /** The share of images whose label is found. */
  double accuracy(Points images, int[] labels) {
    Points logits = outputs(images, network.layers().size());
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = i * CLASSES;
      for (int c = best + 1; c < (i + 1) * CLASSES; c++) {
        best = logits.values()[c] > logits.values()[best] ? c : best;
      }
      right += best - i * CLASSES == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** What the layer before {@code layer} gives. */
  private Points outputs(Points images, int layer) {
    Slab slab = new Slab();
    Activations input = new Activations(images.size(), BLOCKS, slab);
    Tape tape = new Tape(network, input, BLOCKS, false, slab);
    Activations output = layer == network.layers().size() ? tape.output() : tape.input(layer);
    int width = output.features();
    float[] values = new float[images.count() * width];
    for (int first = 0; first < images.count(); first += BATCH) {
      int n = Math.min(BATCH, images.count() - first);
      for (int i = 0; i < n; i++) {
        load(images, first + i, input, i);
      }
      tape.forward(kernels, weights, 0, BLOCKS);
      for (int i = 0; i < n; i++) {
        int at = output.first(i / Kernels.BLOCK) + i % Kernels.BLOCK;
        for (int j = 0; j < width; j++) {
          values[(first + i) * width + j] = output.data()[at + j * Kernels.BLOCK];
        }
      }
    }
    return new Points(values, width);
  }

  /** Copies an image to lane i of the blocks. */
  static void load(Points images, int image, Activations input, int i) {
    int at = input.first(i / Kernels.BLOCK) + i % Kernels.BLOCK;
    for (int j = 0; j < images.size(); j++) {
      input.data()[at + j * Kernels.BLOCK] = images.values()[image * images.size() + j];
    }
  }
}
