/**
 * Learning from dirty data: {@link org.ricvae.Ricvae#fit} makes a {@link org.ricvae.RicvaeModel}
 * from {@link org.ricvae.data.Samples} and {@link org.ricvae.Options}; the model cleans, scores,
 * encodes and generates. All else is behind these.
 */
package org.ricvae;
