/**
 * Training: steps on a team of workers, epochs, schedules, checkpoints, and the choice of ε from
 * the data.
 */
package org.ricvae.train;
