package org.ricvae.paper.lab;

import java.util.List;

/**
 * MNIST.
 *
 * @param train images to learn from
 * @param trainLabels 0..9, one an image
 * @param test images kept aside
 * @param testLabels 0..9, one an image
 */
public record Digits(
    Images train, List<Integer> trainLabels, Images test, List<Integer> testLabels) {
  /** Copies the labels. */
  public Digits {
    trainLabels = List.copyOf(trainLabels);
    testLabels = List.copyOf(testLabels);
  }
}
