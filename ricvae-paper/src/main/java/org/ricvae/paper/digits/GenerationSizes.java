package org.ricvae.paper.digits;

import java.util.List;

/**
 * How much of the sweep of samples is run.
 *
 * @param digits of everything that Figure 4 has too
 * @param models N, one model each; the iC-VAE first, then more and more passes
 * @param passes M, ascending; 1 among them
 */
record GenerationSizes(DigitSizes digits, List<DigitModel> models, List<Integer> passes) {
  /** Figure 4's models, and one between them. */
  static final GenerationSizes FULL =
      new GenerationSizes(
          DigitSizes.FULL,
          List.of(DigitModel.ICVAE, DigitModel.RICVAE_2, DigitModel.RICVAE),
          List.of(1, 2, 5, 10, 20));

  /** Nothing to train that Figure 4 has not. */
  static final GenerationSizes QUICK =
      new GenerationSizes(
          DigitSizes.QUICK, List.of(DigitModel.ICVAE, DigitModel.RICVAE), List.of(1, 5, 20));

  static GenerationSizes of(boolean quick) {
    return quick ? QUICK : FULL;
  }

  /** All (N, M), by N. */
  List<Variant> variants() {
    return models.stream()
        .flatMap(model -> passes.stream().map(m -> new Variant(model, m, false)))
        .toList();
  }
}
