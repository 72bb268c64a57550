package org.ricvae.corrupt;

/**
 * SplitMix64 (Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, OOPSLA
 * 2014), written out so that its numbers are the same on every JDK for ever.
 */
final class SplitMix {
  private static final long GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  /** A stream of its own for each sample and purpose under one seed. */
  static SplitMix of(long seed, int purpose, long sample) {
    long key = mix(seed + GAMMA);
    key = mix(key + GAMMA * (purpose + 1L));
    key = mix(key + GAMMA * (sample + 1));
    return new SplitMix(key);
  }

  long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform over [0, 1), in steps of 2^-53. */
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform over [min, max). */
  double nextDouble(double min, double max) {
    return min + nextDouble() * (max - min);
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }
}
