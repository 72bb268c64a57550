/**
 * A whole training step of a RiC-VAE on every engine a user of the JVM could pick, ours among them,
 * in turns. {@link org.ricvae.race.Race} is where to start; each engine runs in a process of its
 * own, whose main class is {@link org.ricvae.race.Racer}.
 */
package org.ricvae.race;
