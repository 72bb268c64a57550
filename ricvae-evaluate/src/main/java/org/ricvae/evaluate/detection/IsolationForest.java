package org.ricvae.evaluate.detection;

import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/**
 * Isolation forest (Liu, Ting and Zhou 2008, with their constants): rows that random cuts separate
 * early are outliers. s(x) = 2^(−E[h(x)] / c(ψ)), h being the depth of x's leaf and what a full
 * tree of the leaf's rows would add. Written here for want of a library: see decision 9.
 */
public final class IsolationForest implements Detector {
  /** Trees. */
  public static final int TREES = 100;

  /** ψ, rows a tree, drawn without repetition. */
  public static final int SAMPLE = 256;

  /** Above it scores are outliers', as the paper has it: 0.5 is the score of an average depth. */
  public static final double THRESHOLD = 0.5;

  @Override
  public String name() {
    return "isolation-forest";
  }

  @Override
  public String settings() {
    return "trees %d, sample %d, threshold %s".formatted(TREES, SAMPLE, THRESHOLD);
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    SplittableRandom random = new SplittableRandom(seed);
    int sample = Math.min(SAMPLE, data.rows());
    int height = 32 - Integer.numberOfLeadingZeros(Math.max(1, sample - 1));
    int[] order = new int[data.rows()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    double[] depths = new double[data.rows()];
    for (int t = 0; t < TREES; t++) {
      for (int i = 0; i < sample; i++) {
        IsolationTree.swap(order, i, random.nextInt(i, order.length));
      }
      IsolationTree tree = IsolationTree.grow(data, order.clone(), sample, height, random.split());
      for (int i = 0; i < depths.length; i++) {
        depths[i] += tree.depth(data, i) / TREES;
      }
    }
    double expected = IsolationTree.averageDepth(sample);
    for (int i = 0; i < depths.length; i++) {
      depths[i] = Math.pow(2, -depths[i] / expected);
    }
    return Scores.of(depths, THRESHOLD);
  }
}
