/**
 * The paper's experiments on handwritten digits (Section 5.3): Figure 4, samples of five models,
 * Figure 5, their aggregated posterior, and Figure 6, how near samples are to the digits they were
 * learned from; and the supplement's samples over passes in training and at test.
 */
package org.ricvae.paper.digits;
