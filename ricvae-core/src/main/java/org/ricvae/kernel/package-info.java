/**
 * The arithmetic of training, and nothing else: products over blocks of a batch, element-wise
 * functions, counter-based noise, Adam. One interface, {@link org.ricvae.kernel.Kernels}, and
 * several providers under one contract suite.
 */
package org.ricvae.kernel;
