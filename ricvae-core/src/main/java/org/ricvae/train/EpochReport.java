package org.ricvae.train;

/**
 * An epoch in numbers.
 *
 * @param epoch from 1
 * @param epochs of the plan
 * @param loss mean over the samples of KL + D, summed over the passes (eq. 15)
 * @param kl mean of the KL term, summed over the passes
 * @param residual mean squared residual a value of the first pass, in scaled units; of a table's
 *     row its numeric cells alone count
 * @param validationLoss the loss on held-out samples; NaN without any
 * @param activeDimensions latent dimensions that carry information
 * @param learningRate at the end of the epoch
 * @param epsilon ε at the end of the epoch; NaN for other likelihoods
 * @param seconds the epoch took
 * @param samplesPerSecond samples, not passes
 */
public record EpochReport(
    int epoch,
    int epochs,
    double loss,
    double kl,
    double residual,
    double validationLoss,
    int activeDimensions,
    double learningRate,
    double epsilon,
    double seconds,
    double samplesPerSecond) {}
