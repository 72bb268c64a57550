package org.ricvae.use;

/**
 * Where the training data's residuals fall into two classes, found without labels.
 *
 * @param sample a sample is flagged if its score exceeds this: mean squared residual, scaled units
 * @param cell a value is flagged if its absolute residual exceeds this, scaled units
 */
public record Thresholds(double sample, double cell) {}
