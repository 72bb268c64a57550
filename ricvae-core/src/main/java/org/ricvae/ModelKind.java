package org.ricvae;

/** The models of the paper; with more than one pass each becomes its recurrent version. */
public enum ModelKind {
  /** RiC-VAE: the iC-VAE trained on its own recycled output (Section 4); two passes by default. */
  RICVAE(2),
  /** iC-VAE: the covariance solved for every sample (Section 3). */
  ICVAE(1),
  /** ℓ2-VAE: a fixed covariance s² I, blind to nothing. */
  L2VAE(1),
  /** LC-VAE: a covariance learned by a second decoder head. */
  LCVAE(1),
  /** A plain autoencoder with squared error. */
  AE(1);

  private final int defaultPasses;

  ModelKind(int defaultPasses) {
    this.defaultPasses = defaultPasses;
  }

  /** N, unless the user says otherwise. */
  public int defaultPasses() {
    return defaultPasses;
  }

  /** Whether the model has an ε to choose. */
  public boolean hasEpsilon() {
    return this == RICVAE || this == ICVAE;
  }
}
