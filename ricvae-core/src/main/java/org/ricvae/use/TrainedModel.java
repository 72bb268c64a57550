package org.ricvae.use;

import org.ricvae.data.SampleShape;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;
import org.ricvae.model.RecurrentVae;

/**
 * A trained model: networks, parameters, and how data meet them. Nothing in it changes any more, so
 * that threads may share it.
 *
 * @param vae the networks
 * @param weights their parameters, in the layout of the kernels; not to be changed
 * @param shape of the samples it was trained on
 * @param type of their values
 * @param scaling to the model's units
 * @param fill {@code [size]}, scaled: what stands in for a missing value
 * @param thresholds beyond which a sample or a value is flagged
 */
public record TrainedModel(
    RecurrentVae vae,
    float[] weights,
    SampleShape shape,
    ValueType type,
    Scaling scaling,
    float[] fill,
    Thresholds thresholds) {}
