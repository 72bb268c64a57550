package org.ricvae.paper.lab;

import java.util.Optional;
import org.ricvae.ModelKind;
import org.ricvae.Options;
import org.ricvae.report.Ink;

/** The eight methods of Figure 3, in the paper's order. */
public enum Method {
  /** Robust PCA. */
  RPCA("RPCA", null, 1, Ink.VERMILLION),
  /** A plain autoencoder. */
  AE("AE", ModelKind.AE, 1, Ink.PURPLE),
  /** ℓ2-VAE. */
  L2VAE("ℓ2-VAE", ModelKind.L2VAE, 1, Ink.GREEN_OPEN),
  /** Rℓ2-VAE. */
  RL2VAE("Rℓ2-VAE (2,2)", ModelKind.L2VAE, 2, Ink.GREEN),
  /** LC-VAE. */
  LCVAE("LC-VAE", ModelKind.LCVAE, 1, Ink.ORANGE_OPEN),
  /** RLC-VAE. */
  RLCVAE("RLC-VAE (2,2)", ModelKind.LCVAE, 2, Ink.ORANGE),
  /** iC-VAE. */
  ICVAE("iC-VAE", ModelKind.ICVAE, 1, Ink.BLUE_OPEN),
  /** RiC-VAE. */
  RICVAE("RiC-VAE (2,2)", ModelKind.RICVAE, 2, Ink.BLUE);

  private final String title;
  private final ModelKind kind;
  private final int passes;
  private final Ink ink;

  Method(String title, ModelKind kind, int passes, Ink ink) {
    this.title = title;
    this.kind = kind;
    this.passes = passes;
    this.ink = ink;
  }

  /** How the paper calls it, with (N, M) where it is recurrent. */
  public String title() {
    return title;
  }

  /** Its colour in every chart. */
  public Ink ink() {
    return ink;
  }

  /** N = M, the passes in training and at test. */
  public int passes() {
    return passes;
  }

  /** Its model; none for RPCA, which has no networks. */
  public Optional<ModelKind> kind() {
    return Optional.ofNullable(kind);
  }

  /** Whether it has an ε. */
  public boolean hasEpsilon() {
    return kind != null && kind.hasEpsilon();
  }

  /**
   * The options of its fit.
   *
   * @param base all that the methods have in common
   * @throws java.util.NoSuchElementException for RPCA
   */
  public Options options(Options base) {
    return base.withKind(kind().orElseThrow()).withPasses(passes);
  }
}
