package org.ricvae.paper.digits;

/**
 * Points in a space, one after the other.
 *
 * @param values {@code [count × size]}; not copied
 * @param size values a point
 */
record Points(float[] values, int size) {
  /** Checks the length. */
  Points {
    if (values.length == 0 || values.length % size != 0) {
      throw new IllegalArgumentException(
          "%d values are no points of %d".formatted(values.length, size));
    }
  }

  int count() {
    return values.length / size;
  }

  /** ‖p_i‖², in double precision. */
  double squaredNorm(int i) {
    double sum = 0;
    for (int j = i * size; j < (i + 1) * size; j++) {
      sum += (double) values[j] * values[j];
    }
    return sum;
  }

  /** ‖p_i − o_j‖², in double precision. */
  double squaredDistance(int i, Points other, int j) {
    double sum = 0;
    int a = i * size;
    int b = j * size;
    for (int k = 0; k < size; k++) {
      double d = (double) values[a + k] - other.values[b + k];
      sum += d * d;
    }
    return sum;
  }
}
