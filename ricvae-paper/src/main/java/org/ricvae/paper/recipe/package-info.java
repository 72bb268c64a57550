/**
 * What the paper leaves open: ε, the gradient's path, N, and when the passes begin, compared by how
 * well known corruption is recovered.
 */
package org.ricvae.paper.recipe;
