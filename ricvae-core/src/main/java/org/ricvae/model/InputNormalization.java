package org.ricvae.model;

/**
 * What the encoder sees of its input: (x − center) · gain. The loss does not change, only how well
 * the first layer is conditioned: image data that are all positive otherwise start far off centre.
 *
 * @param center {@code [size]} in units of the scaled data
 * @param gain one over the standard deviation of the data about their centre
 */
public record InputNormalization(float[] center, float gain) {
  /** The input as it is. */
  public static InputNormalization none(int size) {
    return new InputNormalization(new float[size], 1);
  }
}
