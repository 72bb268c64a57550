/**
 * The products on OpenBLAS, for a program that cannot be given launch flags: {@link
 * org.ricvae.openblas.OpenBlasKernels}, found as a service.
 */
package org.ricvae.openblas;
