package org.ricvae.use;

/**
 * What recovery gives for n samples, {@code [n × size]} each, in the data's own units.
 *
 * @param values the cleaned values; a missing value is always filled
 * @param residuals absolute difference between what was observed and the model's mean; 0 where
 *     nothing was observed
 * @param deviations standard deviation of the cleaned value over draws of z; null if not asked for
 * @param flagged which values exceed the cell threshold, or were missing
 * @param scores mean squared residual of each sample over its known values, in scaled units
 */
public record Recovered(
    float[] values, float[] residuals, float[] deviations, boolean[] flagged, double[] scores) {}
