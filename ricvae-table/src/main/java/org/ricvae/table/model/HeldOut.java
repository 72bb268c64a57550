package org.ricvae.table.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ricvae.kernel.Kernels;
import org.ricvae.model.Cells;
import org.ricvae.model.Forward;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.table.schema.EncodedRows;
import org.ricvae.use.TrainedModel;

/**
 * What the other cells of a row say of a cell: the row is encoded without it. The cells are cut at
 * random into a few groups, and each group is hidden in turn. Holds memory for {@link #capacity()}
 * rows; one thread's own.
 */
final class HeldOut {
  /** Blocks of 32 rows at once. */
  private static final int BLOCKS = 4;

  private final TrainedModel model;
  private final Forward forward;
  private final Cells cells;
  private final int size;
  private final int[] firsts;
  private final float[] x;
  private final float[] z;
  private final float[] mean;
  private final boolean[] shown;

  HeldOut(TrainedModel model, Kernels kernels) {
    this.model = model;
    forward = new Forward(model.vae(), kernels, BLOCKS);
    cells = ((MixedLikelihood) model.vae().objective().likelihood()).cells();
    size = cells.size();
    firsts = cells.firsts();
    int n = capacity();
    x = new float[n * size];
    mean = new float[n * size];
    z = new float[n * model.vae().architecture().latent()];
    shown = new boolean[n * cells.count()];
  }

  /** The most rows at once. */
  int capacity() {
    return forward.capacity();
  }

  /** The cells of a row. */
  Cells cells() {
    return cells;
  }

  /**
   * Predicts every cell from others.
   *
   * @param values {@code [n × cells]}; NaN: missing
   * @param seen {@code [n × cells]}: which may be used for the prediction of others
   * @param groups into which the cells are cut; 1: every cell is predicted from nothing
   * @param seed of the cut
   * @param predicted receives {@code [n × size]}: means, and the probabilities of categories
   */
  void predict(float[] values, boolean[] seen, int n, int groups, long seed, float[] predicted) {
    load(values, n);
    int[] group = groups(groups, seed);
    int count = cells.count();
    int parts = Math.min(groups, count);
    for (int g = 0; g < parts; g++) {
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < count; c++) {
          shown[i * count + c] = seen[i * count + c] && group[c] != g;
        }
      }
      forward.encode(model.weights(), x, shown, n);
      forward.means(z, n);
      forward.decode(model.weights(), z, n, mean);
      for (int c = 0; c < count; c++) {
        if (group[c] == g) {
          take(c, n, predicted);
        }
      }
    }
  }

  private void load(float[] values, int n) {
    int count = cells.count();
    for (int i = 0; i < n; i++) {
      EncodedRows.spread(firsts, values, i * count, x, i * size);
    }
    for (int i = 0; i < n * size; i++) {
      x[i] = Float.isNaN(x[i]) ? 0 : model.scaling().bounded(x[i]);
    }
  }

  private int[] groups(int groups, long seed) {
    int[] order = new int[cells.count()];
    Arrays.setAll(order, c -> c);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int t = order[i];
      order[i] = order[j];
      order[j] = t;
    }
    int[] group = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      group[order[rank]] = rank % groups;
    }
    return group;
  }

  /** Copies the prediction of one cell; logits become probabilities. */
  private void take(int cell, int n, float[] predicted) {
    for (int i = 0; i < n; i++) {
      int from = i * size + firsts[cell];
      int to = i * size + firsts[cell + 1];
      if (cell < cells.numeric()) {
        predicted[from] = mean[from];
        continue;
      }
      float most = Float.NEGATIVE_INFINITY;
      for (int k = from; k < to; k++) {
        most = Math.max(most, mean[k]);
      }
      double sum = 0;
      for (int k = from; k < to; k++) {
        predicted[k] = (float) Math.exp(mean[k] - most);
        sum += predicted[k];
      }
      for (int k = from; k < to; k++) {
        predicted[k] /= (float) sum;
      }
    }
  }
}
