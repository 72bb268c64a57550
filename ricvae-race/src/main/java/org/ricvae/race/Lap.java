package org.ricvae.race;

/**
 * Time of a step in one turn.
 *
 * @param seconds on the clock
 * @param cpu that the process had a processor, all threads together: what is fair on one thread
 *     where the machine has other work, too
 */
record Lap(double seconds, double cpu) {}
