package org.ricvae.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Slab;
import org.ricvae.nn.Dense;
import org.ricvae.nn.Network;
import org.ricvae.nn.Xavier;

/**
 * The networks of one model and where their parameters lie in one flat array: encoder, decoder and,
 * for the LC-VAE, the second head of the decoder. All passes share them.
 */
public final class RecurrentVae {
  /** The most weights, padding included: 4 GiB with Adam's moments. */
  private static final long MAX_PARAMETERS = 1L << 28;

  /** How far an initial output stays from the ends of the sigmoid. */
  private static final double EDGE = 0.02;

  private final Architecture architecture;
  private final Objective objective;
  private final InputNormalization normalization;
  private final Network encoder;
  private final Network decoder;
  private final Dense varianceHead;

  /** Lays out the networks. */
  public RecurrentVae(
      Architecture architecture, Objective objective, InputNormalization normalization) {
    Likelihood likelihood = objective.likelihood();
    checkCells(architecture, likelihood);
    checkSize(architecture, likelihood.indicators());
    this.architecture = architecture;
    this.objective = objective;
    this.normalization = normalization;
    encoder =
        Network.of(
            Slab.LEAD,
            architecture.size() + likelihood.indicators(),
            architecture.encoderHidden(),
            architecture.hiddenActivation(),
            architecture.latent() * (likelihood.variational() ? 2 : 1),
            Activation.LINEAR);
    decoder =
        Network.of(
            encoder.end(),
            architecture.latent(),
            architecture.decoderHidden(),
            architecture.hiddenActivation(),
            architecture.size(),
            architecture.outputActivation());
    varianceHead =
        likelihood.varianceHead()
            ? new Dense(decoder.lastIn(), architecture.size(), Activation.LINEAR, decoder.end())
            : null;
  }

  /**
   * Refuses rows of another length than their cells.
   *
   * @throws InputException where the cells take more or fewer values than a sample has
   */
  private static void checkCells(Architecture a, Likelihood likelihood) {
    if (likelihood instanceof MixedLikelihood mixed && mixed.cells().size() != a.size()) {
      throw new InputException(
          "cells of %d values in samples of %d: they must be as many"
              .formatted(mixed.cells().size(), a.size()));
    }
  }

  /**
   * Refuses what does not fit.
   *
   * @throws InputException where the parameters outgrow an array
   */
  private static void checkSize(Architecture a, int indicators) {
    long size = 0;
    List<Integer> widths = new ArrayList<>(a.encoderHidden());
    widths.add(0, a.size() + indicators);
    widths.add(2 * a.latent());
    widths.addAll(a.decoderHidden());
    widths.add(2 * a.size());
    for (int i = 1; i < widths.size(); i++) {
      size += (widths.get(i - 1) + 2L * Kernels.TILE) * (widths.get(i) + (long) Kernels.TILE);
    }
    if (size > MAX_PARAMETERS) {
      throw new InputException(
          "the parameters do not fit: networks of %d x %s x %d x %s x %d have some %d weights, at most %d are allowed; take fewer --hidden units, or smaller images (--resize)"
              .formatted(
                  a.size(),
                  a.encoderHidden(),
                  a.latent(),
                  a.decoderHidden(),
                  a.size(),
                  size,
                  MAX_PARAMETERS));
    }
  }

  /** The shape of the networks. */
  public Architecture architecture() {
    return architecture;
  }

  /** What is minimised. */
  public Objective objective() {
    return objective;
  }

  /** What the encoder sees of x. */
  public InputNormalization normalization() {
    return normalization;
  }

  /** x to μz and log σz² (μz alone for the autoencoder). */
  public Network encoder() {
    return encoder;
  }

  /** z to μx. */
  public Network decoder() {
    return decoder;
  }

  /** From the decoder's last hidden layer to log Σx; the LC-VAE's alone. */
  public Optional<Dense> varianceHead() {
    return Optional.ofNullable(varianceHead);
  }

  /** Every layer with parameters, in the order in which they lie in the array. */
  public List<Dense> layers() {
    List<Dense> layers = new ArrayList<>(encoder.layers());
    layers.addAll(decoder.layers());
    varianceHead().ifPresent(layers::add);
    return layers;
  }

  /** Length of the parameter array, padding included. */
  public int parameters() {
    return varianceHead == null ? decoder.end() : varianceHead.offset() + varianceHead.size();
  }

  /** The widest gradient that moves between layers. */
  int widest() {
    return layers().stream().mapToInt(l -> Math.max(l.in(), l.out())).max().orElseThrow();
  }

  /**
   * Xavier initialisation; but the decoder starts at a typical sample, and a head for log Σx at the
   * data's own variance, so that no step is spent on getting there.
   *
   * @param typical {@code [size]}, scaled
   * @param variance of the scaled data
   */
  public float[] initialize(long seed, float[] typical, double variance) {
    float[] w = new float[parameters()];
    long layerSeed = seed;
    for (Dense layer : layers()) {
      layerSeed = layerSeed * 6364136223846793005L + 1442695040888963407L;
      Xavier.initialize(layer, w, layerSeed);
    }
    Dense mean = decoder.layers().get(decoder.layers().size() - 1);
    for (int o = 0; o < mean.out(); o++) {
      w[mean.index(-1, o)] = (float) inverse(mean.activation(), typical[o]);
      if (varianceHead != null) {
        w[varianceHead.index(-1, o)] = (float) Math.log(variance);
      }
    }
    return w;
  }

  /** The argument at which an activation gives y, kept away from where it is flat. */
  private static double inverse(Activation activation, double y) {
    double p = Math.max(EDGE, Math.min(1 - EDGE, y));
    return switch (activation) {
      case LINEAR, RELU -> y;
      case TANH -> 0.5 * Math.log((1 + p) / (1 - p));
      case SIGMOID -> Math.log(p / (1 - p));
    };
  }
}
