package org.ricvae.kernel;

/**
 * Threefry-4x32-20, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel Random
 * Numbers: As Easy as 1, 2, 3" (SC 2011): random bits as a function of a key and a counter.
 *
 * <p>Chosen over Philox because it needs only additions, rotations and exclusive ors, which every
 * vector unit has for 32-bit lanes.
 */
public final class Threefry {
  /** Key schedule parity constant of Skein. */
  public static final int PARITY = 0x1BD11BDA;

  /** Rounds: the authors' recommended margin of safety. */
  public static final int ROUNDS = 20;

  private static final int[] ROTATE_FIRST = {10, 11, 13, 23, 6, 17, 25, 18};
  private static final int[] ROTATE_SECOND = {26, 21, 27, 5, 20, 11, 10, 20};

  private Threefry() {}

  /** Rotation of the first mix of a round. */
  public static int rotateFirst(int round) {
    return ROTATE_FIRST[round & 7];
  }

  /** Rotation of the second mix of a round. */
  public static int rotateSecond(int round) {
    return ROTATE_SECOND[round & 7];
  }

  /**
   * Encrypts a counter in place.
   *
   * @param key four words
   * @param x the counter, four words; becomes four random words
   */
  public static void apply(int[] key, int[] x) {
    int parity = PARITY ^ key[0] ^ key[1] ^ key[2] ^ key[3];
    int x0 = x[0] + key[0];
    int x1 = x[1] + key[1];
    int x2 = x[2] + key[2];
    int x3 = x[3] + key[3];
    for (int round = 0; round < ROUNDS; round++) {
      if ((round & 1) == 0) {
        x0 += x1;
        x1 = Integer.rotateLeft(x1, ROTATE_FIRST[round & 7]) ^ x0;
        x2 += x3;
        x3 = Integer.rotateLeft(x3, ROTATE_SECOND[round & 7]) ^ x2;
      } else {
        x0 += x3;
        x3 = Integer.rotateLeft(x3, ROTATE_FIRST[round & 7]) ^ x0;
        x2 += x1;
        x1 = Integer.rotateLeft(x1, ROTATE_SECOND[round & 7]) ^ x2;
      }
      if ((round & 3) == 3) {
        int s = (round >> 2) + 1;
        x0 += word(key, parity, s);
        x1 += word(key, parity, s + 1);
        x2 += word(key, parity, s + 2);
        x3 += word(key, parity, s + 3) + s;
      }
    }
    x[0] = x0;
    x[1] = x1;
    x[2] = x2;
    x[3] = x3;
  }

  /** Word {@code i mod 5} of the extended key. */
  public static int word(int[] key, int parity, int i) {
    int k = i % 5;
    return k == 4 ? parity : key[k];
  }
}
