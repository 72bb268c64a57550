/**
 * What the paper compares with: {@link org.ricvae.baseline.Rpca}, {@link
 * org.ricvae.baseline.ProbabilisticRpca} (Proposition 1), {@link org.ricvae.baseline.Drae} and
 * {@link org.ricvae.baseline.Uocl}; and {@link org.ricvae.baseline.Pca}, the plain reference.
 *
 * <p>All take a {@link org.ricvae.baseline.Matrix} with one sample a row, in double precision. None
 * has a place for missing values: these are refused. Scores grow with strangeness, but for UOCL's
 * decision, which is large for inliers as in its paper.
 */
package org.ricvae.baseline;
