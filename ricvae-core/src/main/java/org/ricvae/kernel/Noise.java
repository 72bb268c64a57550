package org.ricvae.kernel;

/**
 * Where every random number of training comes from: Threefry keyed by (seed, epoch, stream) at the
 * counter (element / 4, 0, sample, 0), whose four words give the noise of elements {@code 4q ..
 * 4q+3} by Box and Muller's transform.
 *
 * <p>A function, not a stream: it does not matter who asks, in which order, or on how many threads.
 */
public final class Noise {
  /** Streams are numbered {@code pass * STREAMS_A_PASS + purpose}. */
  private static final int STREAMS_A_PASS = 4;

  /** What a draw is for. */
  public enum Purpose {
    /** ε of z = μ + σ ε. */
    LATENT,
    /** ε' of x_{k+1} = μx + |r| ε'. */
    RECYCLE
  }

  private Noise() {}

  /** Fills the four key words. */
  public static void key(long seed, int epoch, int pass, Purpose purpose, int[] key) {
    key[0] = (int) seed;
    key[1] = (int) (seed >>> 32);
    key[2] = epoch;
    key[3] = pass * STREAMS_A_PASS + purpose.ordinal();
  }

  /** A uniform number in (0, 1) from 24 random bits: never 0, so that its logarithm is finite. */
  public static float uniform(int word) {
    return ((word >>> 8) + 0.5f) * 5.9604645e-8f;
  }
}
