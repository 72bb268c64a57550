package org.ricvae.kernel;

/**
 * Where every random number of training comes from: Threefry keyed by (seed, epoch, stream) at the
 * counter (element / 4, 0, sample, 0). With the {@link #uniform} numbers u0 .. u3 of its four words
 * and Box and Muller's transform, elements 4q and 4q+1 are {@code √(-2 ln u0)} times {@code cos 2π
 * u1} and {@code sin 2π u1}; 4q+2 and 4q+3 are the same of u2 and u3.
 *
 * <p>A function, not a stream: it does not matter who asks, in which order, or on how many threads.
 */
public final class Noise {
  /** Streams are numbered {@code pass * STREAMS_A_PASS + purpose}. */
  private static final int STREAMS_A_PASS = 4;

  /** What a draw is for. */
  public enum Purpose {
    /** ε of z = μ + σ ε. */
    LATENT(0),
    /** ε' of x_{k+1} = μx + |r| ε'. */
    RECYCLE(1),
    /** z of a new sample, z ~ N(0, I). */
    PRIOR(2),
    /** Which cells of a table's row are hidden from the encoder. */
    HIDE(3);

    private final int number;

    Purpose(int number) {
      this.number = number;
    }
  }

  private Noise() {}

  /** Fills the four key words. */
  public static void key(long seed, int epoch, int pass, Purpose purpose, int[] key) {
    key[0] = (int) seed;
    key[1] = (int) (seed >>> 32);
    key[2] = epoch;
    key[3] = pass * STREAMS_A_PASS + purpose.number;
  }

  /** A uniform number in (0, 1), both ends excluded: (j + ½) / 2^23 of the upper 23 bits j. */
  public static float uniform(int word) {
    return ((word >>> 9) + 0.5f) / (1 << 23);
  }
}
