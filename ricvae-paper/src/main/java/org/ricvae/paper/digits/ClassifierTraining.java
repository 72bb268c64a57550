package org.ricvae.paper.digits;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Activations;
import org.ricvae.nn.Adam;
import org.ricvae.nn.Dense;
import org.ricvae.nn.GradientPair;
import org.ricvae.nn.Network;
import org.ricvae.nn.Tape;
import org.ricvae.train.Schedule;

/** Trains a {@link Classifier}: batches in random order, its gradient, Adam. */
final class ClassifierTraining {
  private final Kernels kernels = KernelProvider.best();
  private final Network network;
  private final float[] weights;
  private final Points images;
  private final int[] labels;
  private final SplittableRandom random;
  private final Activations input;
  private final Tape tape;
  private final GradientPair gradient;
  private final float[] sums;
  private final int[] batchLabels = new int[Classifier.BATCH];
  private final Adam adam;

  /** Takes the weights, which it will change. */
  ClassifierTraining(Network network, float[] weights, Points images, int[] labels, long seed) {
    this.network = network;
    this.weights = weights;
    adam = new Adam(weights, 0);
    this.images = images;
    this.labels = labels;
    random = new SplittableRandom(seed);
    Slab slab = new Slab();
    input = new Activations(images.size(), Classifier.BLOCKS, slab);
    tape = new Tape(network, input, Classifier.BLOCKS, true, slab);
    int widest = network.layers().stream().mapToInt(l -> Math.max(l.in(), l.out())).max().orElse(0);
    gradient = new GradientPair(widest, Classifier.BLOCKS, slab);
    sums = new float[weights.length];
  }

  void run(int epochs, DoubleConsumer progress) {
    int[] order = new int[images.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int batches = order.length / Classifier.BATCH;
    double steps = (double) epochs * batches;
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order);
      for (int b = 0; b < batches; b++) {
        double done = (epoch * batches + b) / steps;
        step(order, b * Classifier.BATCH, Classifier.LEARNING_RATE * Schedule.COSINE.factor(done));
        progress.accept(done);
      }
    }
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
  }

  private void step(int[] order, int from, double learningRate) {
    for (int i = 0; i < Classifier.BATCH; i++) {
      Classifier.load(images, order[from + i], input, i);
      batchLabels[i] = labels[order[from + i]];
    }
    tape.forward(kernels, weights, 0, Classifier.BLOCKS);
    Activations logits = tape.output();
    for (int b = 0; b < Classifier.BLOCKS; b++) {
      Softmax.gradient(
          Classifier.CLASSES,
          logits.data(),
          logits.first(b),
          batchLabels,
          b * Kernels.BLOCK,
          gradient.current(),
          gradient.at(b));
    }
    tape.backward(kernels, weights, gradient, 0, Classifier.BLOCKS, false);
    adam.next(learningRate, 1.0 / Classifier.BATCH);
    for (int i = 0; i < network.layers().size(); i++) {
      Dense layer = network.layers().get(i);
      layer.weightGradient(kernels, tape.input(i), tape.deltas(i), Classifier.BLOCKS, sums);
      adam.update(kernels, layer, sums);
    }
  }
}
