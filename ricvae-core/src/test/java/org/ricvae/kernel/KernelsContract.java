package org.ricvae.kernel;

/**
 * What every provider of {@link Kernels} must do. A provider's test implements this interface and
 * so runs all of it.
 */
public interface KernelsContract
    extends ProductsContract,
        ElementWiseContract,
        GradientsContract,
        ResidualsContract,
        RowsContract,
        NoiseContract,
        AdamContract,
        AllocationContract {}
