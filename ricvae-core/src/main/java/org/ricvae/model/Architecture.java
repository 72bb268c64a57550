package org.ricvae.model;

import java.util.List;
import java.util.stream.Stream;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;

/**
 * The shape of the encoder and the decoder.
 *
 * @param size values a sample, d
 * @param latent latent dimensions, κ; may equal d (the affine model of Section 3.2)
 * @param encoderHidden widths of the encoder's hidden layers, input side first; none: affine
 * @param decoderHidden widths of the decoder's hidden layers, latent side first; none: affine
 * @param hiddenActivation after each hidden layer
 * @param outputActivation after the decoder's mean
 */
public record Architecture(
    int size,
    int latent,
    List<Integer> encoderHidden,
    List<Integer> decoderHidden,
    Activation hiddenActivation,
    Activation outputActivation) {
  /** The widest layer that is allowed. */
  public static final int MAX_WIDTH = 1 << 20;

  /** Checks the ranges. */
  public Architecture {
    encoderHidden = List.copyOf(encoderHidden);
    decoderHidden = List.copyOf(decoderHidden);
    check("values a sample", size);
    check("latent dimensions", latent);
    Stream.concat(encoderHidden.stream(), decoderHidden.stream())
        .forEach(h -> check("hidden units", h));
  }

  private static void check(String what, int n) {
    if (n < 1 || n > MAX_WIDTH) {
      throw new InputException(
          "%s: %d is out of range, allowed are 1 to %d".formatted(what, n, MAX_WIDTH));
    }
  }
}
