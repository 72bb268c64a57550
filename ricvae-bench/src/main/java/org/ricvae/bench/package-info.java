/**
 * Benchmarks: {@link org.ricvae.bench.SgemmComparison} sets our products beside those of MKL and
 * OpenBLAS; the JMH benchmarks take the kernels one by one.
 */
package org.ricvae.bench;
