/** Outliers found without labels: Table 1 (Section 5.1) and the medical images. */
package org.ricvae.paper.outliers;
