package org.ricvae.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ricvae.data.DataProfile;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.TypicalSample;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.MixedLikelihood;

/**
 * A small made-up table with one degree of freedom: a number a in [-1, 1], b = 2 a and a little
 * noise, and which third of the range a lies in.
 */
final class TinyTable {
  static final Cells CELLS = new Cells(2, List.of(3));
  static final int SIZE = CELLS.size();

  private static final double NOISE = 0.05;

  private TinyTable() {}

  static MixedLikelihood likelihood(double hidden) {
    return new MixedLikelihood(new ConditionedVariance(1e-2, false), CELLS, 0.02, hidden);
  }

  /** The table, a share of its cells missing. */
  static TrainingData data(int n, double missing, long seed) {
    return asItIs(Samples.of(SampleShape.vector(SIZE), rows(n, missing, seed)));
  }

  /** Rows that are to the model's scale already, as the values of a category must be. */
  static TrainingData asItIs(Samples samples) {
    DataProfile profile = DataProfile.of(samples);
    Scaling none = new Scaling(0, 1);
    TypicalSample typical = TypicalSample.of(samples, profile, none);
    return new TrainingData(samples, profile, none, typical);
  }

  /** {@code [n × 5]}: a, b, and a 1 in the place of the third. */
  static float[] rows(int n, double missing, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] rows = new float[n * SIZE];
    int[] firsts = CELLS.firsts();
    for (int i = 0; i < n; i++) {
      double a = random.nextDouble(-1, 1);
      rows[i * SIZE] = (float) a;
      rows[i * SIZE + 1] = (float) (2 * a + NOISE * random.nextDouble(-1, 1));
      rows[i * SIZE + 2 + third(a)] = 1;
      for (int c = 0; c < CELLS.count(); c++) {
        if (random.nextDouble() < missing) {
          Arrays.fill(rows, i * SIZE + firsts[c], i * SIZE + firsts[c + 1], Float.NaN);
        }
      }
    }
    return rows;
  }

  private static int third(double a) {
    return (int) Math.min(2, 1.5 * (a + 1));
  }
}
