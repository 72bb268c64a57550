package org.ricvae.train;

import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.Noise;
import org.ricvae.kernel.Threefry;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.RecurrentVae;
import org.ricvae.model.Workspace;

/**
 * Which cells of a table's row the encoder does not see: the missing ones, and in training a share
 * of the others that is drawn for each row and epoch anew, uniform below {@link
 * MixedLikelihood#hidden}. A row of which nothing is seen teaches what each column is like, one of
 * which all but a cell is seen what the others say of it, and what lies between the rest.
 */
final class Hiding {
  private static final int WORDS = 4;

  private final int cells;
  private final int[] firsts;
  private final double most;

  private Hiding(MixedLikelihood likelihood) {
    cells = likelihood.cells().count();
    firsts = likelihood.cells().firsts();
    most = likelihood.hidden();
  }

  /** What a worker needs, so that a step allocates nothing. */
  static final class Memory {
    private final int[] key = new int[WORDS];
    private final int[] words = new int[WORDS];
  }

  /** Null where nothing is ever hidden. */
  static Hiding of(RecurrentVae vae) {
    return vae.objective().likelihood() instanceof MixedLikelihood mixed ? new Hiding(mixed) : null;
  }

  /**
   * Fills in what is seen of one block.
   *
   * @param first the batch's number of the block's first sample
   * @param masked whether the workspace's mask tells of missing values
   * @param memory the worker's own
   */
  void fill(Workspace ws, int block, int first, boolean masked, Memory memory) {
    int[] key = memory.key;
    int[] words = memory.words;
    ws.noiseKey(Noise.Purpose.HIDE, key);
    int base = block * cells * Kernels.BLOCK;
    int maskBase = block * firsts[cells] * Kernels.BLOCK;
    for (int l = 0; l < Kernels.BLOCK; l++) {
      int sample = ws.samples()[first + l];
      words(key, 0, sample, words);
      double share = most * Noise.uniform(words[0]);
      for (int c = 0; c < cells; c++) {
        if (c % WORDS == 0) {
          words(key, 1 + c / WORDS, sample, words);
        }
        boolean seen =
            Noise.uniform(words[c % WORDS]) > share
                && !(masked && ws.mask()[maskBase + firsts[c] * Kernels.BLOCK + l] == 0);
        ws.visible()[base + c * Kernels.BLOCK + l] = seen ? 1 : 0;
      }
    }
  }

  private static void words(int[] key, int counter, int sample, int[] words) {
    words[0] = counter;
    words[1] = 0;
    words[2] = sample;
    words[3] = 0;
    Threefry.apply(key, words);
  }
}
