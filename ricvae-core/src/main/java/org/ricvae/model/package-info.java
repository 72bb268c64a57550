/**
 * The recurrent variational autoencoder of the paper: one network, four likelihoods, N passes.
 *
 * <p>{@link org.ricvae.model.Likelihood} has the data terms (equations 6 to 8), {@link
 * org.ricvae.model.Latent} the posterior and its KL divergence (equations 2 and 4), {@link
 * org.ricvae.model.Recurrence} the passes (equation 15), forward and backward.
 */
package org.ricvae.model;
