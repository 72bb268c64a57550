/**
 * Data sets on disk, read and written without holding them in memory: IDX, NumPy, MATLAB v5, and
 * folders of images. Start at {@link org.ricvae.format.DataFiles}.
 */
package org.ricvae.format;
