package org.ricvae.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;
import org.ricvae.evaluate.detection.NearestNeighbours;
import org.ricvae.evaluate.detection.Standardized;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.neighbour.NeighboursQuery;
import org.tribuo.math.neighbour.bruteforce.NeighboursBruteForceFactory;
import org.tribuo.math.neighbour.kdtree.KDTreeFactory;

/**
 * Two baselines beside well-kept libraries, one thread, in turns: robust PCA beside the same
 * iterations on EJML's SVD, and the distance to the fifth nearest neighbour beside Tribuo's two
 * searches. All must give the same numbers, else nothing is printed.
 */
public final class BaselineRates {
  /** Samples and values. */
  private static final int[][] RPCA = {{200, 560}, {1000, 200}};

  private static final int[][] NEIGHBOURS = {{10_000, 6}, {10_000, 30}, {5_000, 200}};

  /** How far results may be apart, of the largest. */
  private static final double TOLERANCE = 1e-6;

  private static final int FACTORS = 5;

  private BaselineRates() {}

  /**
   * Prints a table.
   *
   * @param args rounds (5)
   */
  public static void main(String[] args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    System.out.println("| job | samples | values | ricvae, ms | peer | ms | times as fast |");
    System.out.println("| --- | ---: | ---: | ---: | --- | ---: | ---: |");
    for (int[] size : RPCA) {
      Matrix data = data(size[0], size[1], 0.1);
      Map<String, Supplier<double[]>> all = new LinkedHashMap<>();
      all.put(
          "ricvae",
          () -> Rpca.decompose(data, Rpca.Options.defaults(), Progress.NONE).lowRank().values());
      all.put("EJML's SVD", () -> EjmlRpca.lowRank(data));
      race("robust PCA", size, all, rounds);
    }
    for (int[] size : NEIGHBOURS) {
      // As our search does itself: the peers are to search among the same points.
      Matrix data = Standardized.of(data(size[0], size[1], 0));
      Map<String, Supplier<double[]>> all = new LinkedHashMap<>();
      all.put("ricvae", () -> new NearestNeighbours().scores(data, 1).values());
      all.put("Tribuo, every distance", () -> farthest(bruteForce(data), size[0]));
      all.put("Tribuo, k-d tree", () -> farthest(tree(data), size[0]));
      race("nearest neighbours", size, all, rounds);
    }
  }

  private static void race(
      String job, int[] size, Map<String, Supplier<double[]>> all, int rounds) {
    List<Supplier<double[]>> works = new ArrayList<>(all.values());
    double[] ours = works.get(0).get();
    double[][] seconds = new double[works.size()][rounds];
    // The round before the first warms up, and compares.
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < seconds.length; i++) {
        long start = System.nanoTime();
        double[] result = works.get(i).get();
        double taken = (System.nanoTime() - start) * 1e-9;
        if (round < 0) {
          requireSame(job, ours, result);
        } else {
          seconds[i][round] = taken;
        }
      }
    }
    List<String> names = new ArrayList<>(all.keySet());
    double our = Stopwatch.median(seconds[0]);
    for (int i = 1; i < seconds.length; i++) {
      double theirs = Stopwatch.median(seconds[i]);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %d | %.0f | %s | %.0f | %.1f |%n",
          job,
          size[0],
          size[1],
          1e3 * our,
          names.get(i),
          1e3 * theirs,
          theirs / our);
    }
  }

  private static void requireSame(String job, double[] ours, double[] theirs) {
    double largest = Arrays.stream(ours).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < ours.length; i++) {
      if (!(Math.abs(ours[i] - theirs[i]) <= TOLERANCE * largest)) {
        throw new IllegalStateException(
            "%s: value %d is %s, ours is %s".formatted(job, i, theirs[i], ours[i]));
      }
    }
  }

  /** A few factors and a little noise; a share of the values is replaced by others. */
  private static Matrix data(int samples, int values, double dirty) {
    SplittableRandom random = new SplittableRandom(1);
    double[] loadings = random.doubles((long) FACTORS * values, -1, 1).toArray();
    double[] data = new double[samples * values];
    for (int i = 0; i < samples; i++) {
      double[] factors = random.doubles(FACTORS, -1, 1).toArray();
      for (int j = 0; j < values; j++) {
        double x = 0.01 * random.nextGaussian();
        for (int f = 0; f < FACTORS; f++) {
          x += factors[f] * loadings[f * values + j];
        }
        data[i * values + j] = random.nextDouble() < dirty ? random.nextDouble(-9, 9) : x;
      }
    }
    return new Matrix(samples, values, data);
  }

  private static NeighboursQuery bruteForce(Matrix data) {
    return new NeighboursBruteForceFactory(DistanceType.L2.getDistance(), 1)
        .createNeighboursQuery(vectors(data));
  }

  private static NeighboursQuery tree(Matrix data) {
    return new KDTreeFactory(DistanceType.L2.getDistance(), 1).createNeighboursQuery(vectors(data));
  }

  private static SGDVector[] vectors(Matrix data) {
    int n = data.columns();
    SGDVector[] vectors = new SGDVector[data.rows()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] =
          DenseVector.createDenseVector(Arrays.copyOfRange(data.values(), i * n, (i + 1) * n));
    }
    return vectors;
  }

  /** Distances to the k-th other point: a point is its own nearest neighbour, too. */
  private static double[] farthest(NeighboursQuery query, int n) {
    double[] distances = new double[n];
    int k = NearestNeighbours.NEIGHBOURS;
    var found = query.queryAll(k + 1);
    for (int i = 0; i < n; i++) {
      distances[i] = found.get(i).get(k).getB();
    }
    return distances;
  }
}
