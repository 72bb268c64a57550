/**
 * What a trained model is for: recovery, scores, new samples, the latent code. Everything here is
 * immutable or a thread's own.
 */
package org.ricvae.use;
