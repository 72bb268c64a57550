package org.ricvae.evaluate.repair;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ricvae.baseline.Matrix;

/**
 * Imputation from the nearest rows. The estimate of a cell is the median of its column over the k
 * rows nearest by all other columns, so that a wrong value does not choose its own witnesses. The
 * distance is the mean, over the columns known in both rows, of squared differences of robustly
 * scaled values, each at most {@link #CAP}², lest one gross error be the whole distance.
 */
public final class NeighbourImputation implements Repairer {
  /** k: within the customary 5 to 10, and odd. */
  public static final int NEIGHBOURS = 9;

  /** The largest difference of two values, in robust standard deviations. */
  public static final double CAP = 3;

  /** The most rows among which neighbours are sought; of more, so many are drawn by the seed. */
  public static final int REFERENCES = 5_000;

  @Override
  public String name() {
    return "nearest-neighbours";
  }

  @Override
  public String settings() {
    return "k %d, cap %s, references %d".formatted(NEIGHBOURS, CAP, REFERENCES);
  }

  @Override
  public Repair repair(Matrix dirty, long seed) {
    ColumnScales scales = ColumnScales.of(dirty);
    Matrix scaled = scales.scaled(dirty);
    int d = dirty.columns();
    double[] estimates = new double[dirty.values().length];
    int[] references = references(dirty.rows(), seed);
    Nearest[] nearest = new Nearest[d];
    Arrays.setAll(nearest, j -> new Nearest(NEIGHBOURS));
    double[] squares = new double[d];
    for (int i = 0; i < dirty.rows(); i++) {
      for (int r : references) {
        if (r != i) {
          offer(scaled, i, r, squares, nearest);
        }
      }
      for (int j = 0; j < d; j++) {
        estimates[i * d + j] = nearest[j].medianAndClear();
      }
    }
    Matrix result = scales.unscaled(new Matrix(dirty.rows(), d, estimates));
    return Repair.byScatter(dirty, Residuals.of(dirty, result, scales), result);
  }

  /** Row r as a neighbour of row i, for each column by the distance over the others. */
  private static void offer(Matrix scaled, int i, int r, double[] squares, Nearest[] nearest) {
    int d = squares.length;
    double[] values = scaled.values();
    double sum = 0;
    int known = 0;
    for (int j = 0; j < d; j++) {
      double difference = Math.min(CAP, Math.abs(values[i * d + j] - values[r * d + j]));
      squares[j] = difference * difference;
      if (!Double.isNaN(difference)) {
        sum += squares[j];
        known++;
      }
    }
    for (int j = 0; j < d; j++) {
      double value = values[r * d + j];
      if (!Double.isNaN(value)) {
        boolean counted = !Double.isNaN(squares[j]);
        int others = counted ? known - 1 : known;
        double distance = counted ? sum - squares[j] : sum;
        nearest[j].offer(others == 0 ? CAP * CAP : distance / others, value);
      }
    }
  }

  private static int[] references(int n, long seed) {
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    if (n <= REFERENCES) {
      return all;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < REFERENCES; i++) {
      int j = random.nextInt(i, n);
      int other = all[j];
      all[j] = all[i];
      all[i] = other;
    }
    return Arrays.copyOf(all, REFERENCES);
  }

  /** The values that came with the least distances. */
  private static final class Nearest {
    private final double[] distances;
    private final double[] values;
    private int count;

    Nearest(int k) {
      distances = new double[k];
      values = new double[k];
    }

    void offer(double distance, double value) {
      if (count == distances.length && !(distance < distances[count - 1])) {
        return;
      }
      int at = Math.min(count, distances.length - 1);
      for (; at > 0 && distances[at - 1] > distance; at--) {
        distances[at] = distances[at - 1];
        values[at] = values[at - 1];
      }
      distances[at] = distance;
      values[at] = value;
      count = Math.min(count + 1, distances.length);
    }

    /** 0, the scaled column's median, where there is none. */
    double medianAndClear() {
      double median = count == 0 ? 0 : ColumnScales.median(Arrays.copyOf(values, count));
      count = 0;
      return median;
    }
  }
}
