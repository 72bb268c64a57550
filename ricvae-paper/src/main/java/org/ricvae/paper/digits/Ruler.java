package org.ricvae.paper.digits;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Digits;

/**
 * Measures images against real training digits, in the features of a classifier, which is trained
 * when it is first needed. Shared by threads.
 */
final class Ruler {
  /** The cell of the classifier's accuracy. */
  static final String ACCURACY = "classifier";

  /** Of the classifier. */
  private static final long SEED = 2;

  private static final double SECONDS_A_STEP = 0.006;

  private final Digits digits;
  private final DigitSizes sizes;
  private final Kernels kernels = KernelProvider.best();
  private Classifier classifier;

  Ruler(Digits digits, DigitSizes sizes) {
    this.digits = digits;
    this.sizes = sizes;
  }

  /** The accuracy of the classifier on all test digits. */
  Cell accuracy() {
    return new Cell(
        ACCURACY,
        cost(),
        settings(),
        progress -> {
          Classifier trained = classifier(progress);
          Points test = Pixels.of(digits.test(), 0, digits.test().count());
          return Map.of("accuracy", trained.accuracy(test, labels(digits.testLabels())));
        });
  }

  long cost() {
    double steps = (double) sizes.classifierEpochs() * sizes.digits() / Classifier.BATCH;
    return Math.max(1, Math.round(steps * SECONDS_A_STEP));
  }

  /** What a measurement depends on, beside what is measured. */
  Map<String, Object> settings() {
    return Map.of(
        "train", digits.train().fingerprint(),
        "test", digits.test().fingerprint(),
        "digits", sizes.digits(),
        "compared", sizes.compared(),
        "classifier",
            "%s epochs %d seed %d".formatted(Classifier.HIDDEN, sizes.classifierEpochs(), SEED));
  }

  /** Measures as many images as the sizes say, against as many training digits, the first. */
  Quality measure(Points images) {
    Classifier trained = classifier(share -> {});
    Points real = trained.features(Pixels.of(digits.train(), 0, sizes.compared()));
    Points made = trained.features(images);
    return new Quality(
        Manifold.of(kernels, real, made),
        Frechet.distance(Moments.of(real), Moments.of(made)),
        Sharpness.mean(images, digits.train().shape()));
  }

  private synchronized Classifier classifier(DoubleConsumer progress) {
    if (classifier == null) {
      classifier =
          Classifier.train(
              Pixels.of(digits.train(), 0, sizes.digits()),
              labels(digits.trainLabels().subList(0, sizes.digits())),
              sizes.classifierEpochs(),
              SEED,
              progress);
    }
    return classifier;
  }

  private static int[] labels(List<Integer> labels) {
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }
}
