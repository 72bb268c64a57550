package org.ricvae.evaluate.detection;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/**
 * AWS's random cut forest (Guha et al. 2016), a detector for streams, given a table: the rows in a
 * random order, none of them forgotten for its age, and then all are scored. Standardised, since
 * its cuts choose wide columns more often. Of more than {@link #COLUMNS} columns it gets so many,
 * drawn by the seed: on 1,555 columns, most of them nearly constant, one run took minutes.
 */
public final class RandomCutForestDetector implements Detector {
  /** Trees: as many as the isolation forest has. */
  public static final int TREES = 100;

  /** Rows a tree, the library's own and the isolation forest's. */
  public static final int SAMPLE = 256;

  /** The most columns that it gets. */
  public static final int COLUMNS = 200;

  @Override
  public String name() {
    return "random-cut-forest";
  }

  @Override
  public String settings() {
    return "trees %d, sample %d, columns %d, no decay".formatted(TREES, SAMPLE, COLUMNS);
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    int[] columns = shuffled(data.columns(), seed);
    columns = Arrays.copyOf(columns, Math.min(COLUMNS, columns.length));
    RandomCutForest forest =
        RandomCutForest.builder()
            .dimensions(columns.length)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLE)
            .timeDecay(0)
            .outputAfter(1)
            .parallelExecutionEnabled(false)
            .randomSeed(seed)
            .build();
    for (int i : shuffled(data.rows(), seed)) {
      forest.update(row(data, i, columns));
    }
    double[] scores = new double[data.rows()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = forest.getAnomalyScore(row(data, i, columns));
    }
    return Scores.of(scores);
  }

  private static float[] row(Matrix data, int i, int[] columns) {
    float[] row = new float[columns.length];
    for (int j = 0; j < row.length; j++) {
      row[j] = (float) data.get(i, columns[j]);
    }
    return row;
  }

  private static int[] shuffled(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < n; i++) {
      IsolationTree.swap(order, i, random.nextInt(i, n));
    }
    return order;
  }
}
