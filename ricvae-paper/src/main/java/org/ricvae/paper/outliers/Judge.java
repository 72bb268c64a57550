package org.ricvae.paper.outliers;

import java.util.Locale;
import java.util.Optional;
import org.ricvae.paper.lab.Method;
import org.ricvae.report.Ink;

/** The methods that look at the medical images. */
enum Judge {
  /** Robust PCA. */
  RPCA(Method.RPCA),
  /** Plain PCA. */
  PCA("PCA", Ink.VERMILLION_CROSS),
  /** A plain autoencoder. */
  AE(Method.AE),
  /** Discriminative reconstructions. */
  DRAE("DRAE", Ink.SKY),
  /** ℓ2-VAE. */
  L2VAE(Method.L2VAE),
  /** LC-VAE. */
  LCVAE(Method.LCVAE),
  /** iC-VAE. */
  ICVAE(Method.ICVAE),
  /** RiC-VAE (2,2). */
  RICVAE(Method.RICVAE);

  private final String title;
  private final Ink ink;
  private final Optional<Method> method;

  Judge(Method method) {
    this.title = method.title();
    this.ink = method.ink();
    this.method = Optional.of(method);
  }

  Judge(String title, Ink ink) {
    this.title = title;
    this.ink = ink;
    this.method = Optional.empty();
  }

  String title() {
    return title;
  }

  Ink ink() {
    return ink;
  }

  /** The method of Figure 3 that it is, if it is one. */
  Optional<Method> method() {
    return method;
  }

  /** Whether it has an ε. */
  boolean hasEpsilon() {
    return method.map(Method::hasEpsilon).orElse(false);
  }

  /** In the names of cells and columns. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
