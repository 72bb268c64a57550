package org.ricvae.evaluate.detection;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/**
 * The distance to the k-th nearest other row (Ramaswamy et al. 2000), standardised. Every row is
 * scored; of more than {@link #REFERENCES} rows so many, drawn once and for all, are those among
 * which neighbours are sought, so that the time grows with the rows and not with their square.
 */
public final class NearestNeighbours implements Detector {
  /** k: within the customary 5 to 10. */
  public static final int NEIGHBOURS = 5;

  /** The most rows among which neighbours are sought. */
  public static final int REFERENCES = 20_000;

  @Override
  public String name() {
    return "nearest-neighbours";
  }

  @Override
  public String settings() {
    return "k %d, references %d".formatted(NEIGHBOURS, REFERENCES);
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Scores scores(Matrix rows, long seed) {
    Matrix data = Standardized.of(rows);
    int[] references = references(data.rows());
    double[][] columns = new double[data.columns()][references.length];
    for (int j = 0; j < columns.length; j++) {
      for (int r = 0; r < references.length; r++) {
        columns[j][r] = data.get(references[r], j);
      }
    }
    double[] scores = new double[data.rows()];
    double[] squares = new double[references.length];
    for (int i = 0; i < scores.length; i++) {
      Arrays.fill(squares, 0);
      for (int j = 0; j < columns.length; j++) {
        add(squares, columns[j], data.get(i, j));
      }
      int itself = Arrays.binarySearch(references, i);
      if (itself >= 0) {
        squares[itself] = Double.POSITIVE_INFINITY;
      }
      scores[i] = Math.sqrt(smallest(squares, Math.min(NEIGHBOURS, references.length - 1)));
    }
    return Scores.of(scores);
  }

  private static void add(double[] squares, double[] column, double x) {
    for (int r = 0; r < squares.length; r++) {
      double difference = column[r] - x;
      squares[r] += difference * difference;
    }
  }

  /** The k-th smallest. */
  private static double smallest(double[] values, int k) {
    double[] least = new double[k];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (double value : values) {
      if (value < least[k - 1]) {
        int at = k - 1;
        for (; at > 0 && least[at - 1] > value; at--) {
          least[at] = least[at - 1];
        }
        least[at] = value;
      }
    }
    return least[k - 1];
  }

  /** In ascending order; the same for every seed, so that one run is enough. */
  private static int[] references(int n) {
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    if (n <= REFERENCES) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < REFERENCES; i++) {
      IsolationTree.swap(all, i, random.nextInt(i, n));
    }
    int[] some = Arrays.copyOf(all, REFERENCES);
    Arrays.sort(some);
    return some;
  }
}
