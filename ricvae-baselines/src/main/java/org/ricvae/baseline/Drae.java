package org.ricvae.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Kernels;

/**
 * Discriminative reconstruction by an autoencoder: Xia, Cao, Wen, Hua and Sun, "Learning
 * discriminative reconstructions for unsupervised outlier removal", ICCV 2015. An autoencoder
 * learns from what it takes for inliers, and to keep the errors of the two classes apart:
 *
 * <pre>
 * loss = (1 / n⁺) Σ_inliers e_i + λ h
 * </pre>
 *
 * with h, and the threshold that tells the classes apart, from {@link Split}. In turns: the classes
 * from the errors of all samples once an epoch, then the weights by Adam on batches, for which the
 * class means and scatters of that epoch's start stand.
 *
 * <p>Written from memory of that paper; widths, activation (tanh), optimiser and its settings are
 * ours. So is the unit of e: the mean squared residual of a value, over the variance of the data,
 * so that λ weighs the same whatever the data's units. All samples count as inliers in the first
 * epoch.
 */
public final class Drae {
  private final Autoencoder network;
  private final double[] center;
  private final double gain;
  private final double[] errors;
  private final Split split;

  private Drae(Autoencoder network, double[] center, double gain, double[] errors, Split split) {
    this.network = network;
    this.center = center;
    this.gain = gain;
    this.errors = errors;
    this.split = split;
  }

  /**
   * How to train.
   *
   * @param hidden widths of the encoder's layers, the code last; the decoder has them the other way
   *     round
   * @param lambda λ, 0 or more
   * @param steps updates, at least 1; there are at least {@value #MIN_EPOCHS} epochs
   * @param learningRate of Adam, over 0
   * @param seed of the weights and the order of the samples
   */
  public record Options(
      List<Integer> hidden, double lambda, int steps, double learningRate, long seed) {
    /** The paper's λ. */
    public static final double DEFAULT_LAMBDA = 0.1;

    /** Ours; the paper's are not known to us. */
    public static final List<Integer> DEFAULT_HIDDEN = List.of(128, 32);

    /** Ours: on seven public data sets the classes hardly changed after 500. */
    public static final int DEFAULT_STEPS = 1_000;

    /** Adam's usual step size. */
    public static final double DEFAULT_LEARNING_RATE = 1e-3;

    /** Times the classes are found anew, at least. */
    public static final int MIN_EPOCHS = 20;

    /** Samples a step. */
    static final int BATCH = 2 * Kernels.BLOCK;

    /** Checks the ranges. */
    public Options {
      hidden = List.copyOf(hidden);
      if (hidden.isEmpty() || hidden.stream().anyMatch(width -> width < 1)) {
        throw new InputException(
            "DRAE: hidden layers %s; at least one is needed, of 1 or more units".formatted(hidden));
      }
      if (!(lambda >= 0 && lambda < 1e6 && learningRate > 0 && learningRate <= 1)) {
        throw new InputException(
            "DRAE: a lambda of %s and a learning rate of %s; allowed are 0 to a million, and over 0 to 1"
                .formatted(lambda, learningRate));
      }
      if (steps < 1) {
        throw new InputException("DRAE: %d steps; allowed are 1 and more".formatted(steps));
      }
    }

    /** The paper's λ, and our network, from a seed. */
    public static Options of(long seed) {
      return new Options(
          DEFAULT_HIDDEN, DEFAULT_LAMBDA, DEFAULT_STEPS, DEFAULT_LEARNING_RATE, seed);
    }

    int epochs(int samples) {
      int batches = (samples + BATCH - 1) / BATCH;
      return Math.max(MIN_EPOCHS, (steps + batches - 1) / batches);
    }

    private List<Integer> layers() {
      List<Integer> layers = new ArrayList<>(hidden);
      for (int i = hidden.size() - 2; i >= 0; i--) {
        layers.add(hidden.get(i));
      }
      return layers;
    }
  }

  /**
   * Trains on data with outliers among them.
   *
   * @param data {@code [samples × values]}
   * @param progress hears of the loss, once an epoch
   * @throws InputException where a value is missing or infinite, or all samples are the same
   */
  public static Drae fit(Matrix data, Options options, Progress progress) {
    data.requireFinite("DRAE");
    int n = data.rows();
    double[] center = means(data);
    double gain = gain(data, center);
    float[] rows = scaled(data, center, gain);
    Autoencoder network =
        new Autoencoder(data.columns(), options.layers(), Options.BATCH, options.seed());
    SplittableRandom random = new SplittableRandom(options.seed());
    int[] order = IntStream.range(0, n).toArray();
    boolean[] inlier = new boolean[n];
    double[] errors = reconstruct(network, rows, order);
    Split split = Split.of(errors);
    int epochs = options.epochs(n);
    double[] slopes = new double[Options.BATCH];
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = 0; i < n; i++) {
        inlier[i] = epoch == 0 || errors[i] <= split.threshold();
      }
      double[] fresh = new double[n];
      shuffle(order, random);
      for (int from = 0; from < n; from += Options.BATCH) {
        int size = Math.min(Options.BATCH, n - from);
        network.forward(rows, order, from, size, fresh);
        for (int i = 0; i < size; i++) {
          int sample = order[from + i];
          double slope =
              epoch == 0
                  ? 1.0 / n
                  : split.gradient(fresh[sample], inlier[sample], options.lambda());
          slopes[i] = slope * n / size;
        }
        network.update(slopes, size, options.learningRate());
      }
      errors = reconstruct(network, rows, order);
      split = Split.of(errors);
      requireFinite(split, epoch);
      progress.iteration(epoch + 1, epochs, split.loss(options.lambda()));
    }
    return new Drae(network, center, gain, errors, split);
  }

  private static void requireFinite(Split split, int epoch) {
    if (!Double.isFinite(split.mean())) {
      throw new InputException(
          "DRAE: the errors became %s in epoch %d; try a smaller learning rate or lambda"
              .formatted(split.mean(), epoch + 1));
    }
  }

  /** The error of each sample it was trained on, in units of the variance of the data. */
  public double[] errors() {
    return errors.clone();
  }

  /** A sample whose error exceeds this is an outlier; infinite where all errors are the same. */
  public double threshold() {
    return split.threshold();
  }

  /** How many of the samples it was trained on are inliers. */
  public int inliers() {
    return split.inliers();
  }

  /** h at the end: the scatter within the classes over the total. */
  public double scatter() {
    return split.scatter();
  }

  /**
   * The errors of new samples; not thread-safe.
   *
   * @param samples {@code [n × values]}
   */
  public double[] errors(Matrix samples) {
    samples.requireFinite("DRAE").requireColumns(center.length, "DRAE");
    int[] order = IntStream.range(0, samples.rows()).toArray();
    return reconstruct(network, scaled(samples, center, gain), order);
  }

  private static double[] reconstruct(Autoencoder network, float[] rows, int[] order) {
    double[] errors = new double[order.length];
    for (int from = 0; from < order.length; from += Options.BATCH) {
      network.forward(rows, order, from, Math.min(Options.BATCH, order.length - from), errors);
    }
    return errors;
  }

  private static double[] means(Matrix data) {
    double[] means = new double[data.columns()];
    for (int i = 0; i < data.values().length; i++) {
      means[i % means.length] += data.values()[i] / data.rows();
    }
    return means;
  }

  /** One over the standard deviation of all values about their means. */
  private static double gain(Matrix data, double[] center) {
    double sum = 0;
    for (int i = 0; i < data.values().length; i++) {
      double difference = data.values()[i] - center[i % center.length];
      sum += difference * difference;
    }
    if (!(sum > 0)) {
      throw new InputException(
          "DRAE: all %d samples are the same, which leaves nothing to learn; give data that vary"
              .formatted(data.rows()));
    }
    return Math.sqrt(data.values().length / sum);
  }

  private static float[] scaled(Matrix data, double[] center, double gain) {
    float[] rows = new float[data.values().length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) ((data.values()[i] - center[i % center.length]) * gain);
    }
    return rows;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
  }
}
