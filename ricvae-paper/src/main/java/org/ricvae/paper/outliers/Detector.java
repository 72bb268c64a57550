package org.ricvae.paper.outliers;

import java.util.Locale;
import java.util.OptionalDouble;

/** The methods of Table 1, and two for orientation. */
enum Detector {
  /** The paper's: affine encoder and decoder, as many latent dimensions as values. */
  ICVAE("affine iC-VAE", "iC", OptionalDouble.of(0.874)),
  /** Discriminative reconstructions (Xia et al. 2015). */
  DRAE("DRAE", "DRAE", OptionalDouble.of(0.849)),
  /** Unsupervised one-class learning (Liu et al. 2014), labels that sum to zero. */
  UOCL_CENTRED("UOCL, centred", "Uc", OptionalDouble.of(0.826)),
  /** The same, labels of classes that weigh the same: which of the two is meant is not known. */
  UOCL_BALANCED("UOCL, balanced", "Ub", OptionalDouble.of(0.826)),
  /** The same networks as the iC-VAE's under the plain quadratic loss; not in the paper's table. */
  L2VAE("affine ℓ2-VAE *", "ℓ2", OptionalDouble.empty()),
  /** Reconstruction from the leading components; not in the paper's table. */
  PCA("PCA *", "PCA", OptionalDouble.empty());

  private final String title;
  private final String brief;
  private final OptionalDouble paperF1;

  Detector(String title, String brief, OptionalDouble paperF1) {
    this.title = title;
    this.brief = brief;
    this.paperF1 = paperF1;
  }

  /** For tables; a star marks what the paper's table does not have. */
  String title() {
    return title;
  }

  /** For narrow columns of a figure. */
  String brief() {
    return brief;
  }

  /** In the names of cells and columns. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** F1 in the paper's Table 1, on Google-30; empty where it is not in it. */
  OptionalDouble paperF1() {
    return paperF1;
  }

  /** Whether it takes a limited number of rows. */
  boolean limited() {
    return this == UOCL_CENTRED || this == UOCL_BALANCED;
  }

  /** Whether the seed matters, on sets of which all rows are taken. */
  boolean random() {
    return this == ICVAE || this == DRAE || this == L2VAE;
  }
}
