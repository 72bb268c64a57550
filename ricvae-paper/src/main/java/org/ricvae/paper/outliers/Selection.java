package org.ricvae.paper.outliers;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;

/**
 * Some of the samples, or of their columns, in their order.
 *
 * @param indices ascending
 */
record Selection(int[] indices) {

  /**
   * Draws without replacement; all of them where there are no more.
   *
   * @param n how many there are
   * @param limit how many to take at most
   */
  static Selection of(int n, int limit, long seed) {
    return among(IntStream.range(0, n).toArray(), limit, seed);
  }

  /** Draws among candidates. */
  static Selection among(int[] candidates, int limit, long seed) {
    int[] all = candidates.clone();
    int take = Math.min(limit, all.length);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < take; i++) {
      int other = random.nextInt(i, all.length);
      int chosen = all[other];
      all[other] = all[i];
      all[i] = chosen;
    }
    int[] chosen = Arrays.copyOf(all, take);
    Arrays.sort(chosen);
    return new Selection(chosen);
  }

  /**
   * Draws so that the share of outliers stays, and one at least of either kind.
   *
   * @param outlier one a sample; both kinds occur
   */
  static Selection stratified(List<Boolean> outlier, int limit, long seed) {
    int n = outlier.size();
    if (n <= limit) {
      return of(n, n, seed);
    }
    int[] outliers = where(outlier, true);
    int share = (int) Math.round((double) limit * outliers.length / n);
    int take = Math.max(1, Math.min(limit - 1, share));
    return among(where(outlier, false), limit - take, seed).and(among(outliers, take, seed));
  }

  /** The samples that are outliers, or those that are not. */
  static int[] where(List<Boolean> outlier, boolean is) {
    return IntStream.range(0, outlier.size()).filter(i -> outlier.get(i) == is).toArray();
  }

  /** These and others. */
  Selection and(Selection others) {
    return new Selection(
        IntStream.concat(Arrays.stream(indices), Arrays.stream(others.indices))
            .sorted()
            .distinct()
            .toArray());
  }

  int size() {
    return indices.length;
  }

  /** The chosen samples; 8-bit ones stay 8-bit. */
  Samples rows(Samples samples) {
    int d = samples.shape().size();
    float[] values = new float[size() * d];
    for (int i = 0; i < size(); i++) {
      samples.read(indices[i], 1, values, i * d);
    }
    if (samples.type() != ValueType.U8) {
      return Samples.of(samples.shape(), values);
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i]);
    }
    return Samples.of(samples.shape(), bytes);
  }

  /** All samples, with the chosen values of each. */
  Samples columns(Samples samples) {
    int n = Math.toIntExact(samples.count());
    float[] row = new float[samples.shape().size()];
    float[] values = new float[n * size()];
    for (int i = 0; i < n; i++) {
      samples.read(i, 1, row, 0);
      for (int j = 0; j < size(); j++) {
        values[i * size() + j] = row[indices[j]];
      }
    }
    return Samples.of(SampleShape.vector(size()), values);
  }

  /** The labels of the chosen samples. */
  List<Boolean> labels(List<Boolean> labels) {
    return Arrays.stream(indices).mapToObj(labels::get).toList();
  }
}
