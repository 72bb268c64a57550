package org.ricvae.paper.digits;

import org.ricvae.kernel.Kernels;

/** Balls around points: the manifold that a set of points spans, as a union of balls. */
final class Balls {
  private final Points centres;
  private final double[] squaredRadii;
  private final Products products;

  /**
   * One ball a point.
   *
   * @param squaredRadii one a centre
   */
  Balls(Kernels kernels, Points centres, double[] squaredRadii) {
    this.centres = centres;
    this.squaredRadii = squaredRadii;
    products = new Products(kernels, centres, squaredRadii);
  }

  /**
   * How many balls each point lies in, their surface included. Exact: where single precision leaves
   * it open, the distance is measured in double precision.
   */
  int[] containing(Points points) {
    int[] counts = new int[points.count()];
    double[] sure = new double[points.count()];
    double[] possible = new double[points.count()];
    for (int i = 0; i < points.count(); i++) {
      double norm = points.squaredNorm(i);
      double tolerance = products.tolerance(Math.sqrt(norm));
      sure[i] = norm / 2 + tolerance;
      possible[i] = norm / 2 - tolerance;
    }
    products.read(
        points,
        new Products.Reader() {
          @Override
          public void scores(int first, int n, int from, int m, float[] s, int stride) {
            for (int i = 0; i < n; i++) {
              int at = i / Kernels.BLOCK * stride + i % Kernels.BLOCK;
              int q = first + i;
              for (int o = 0; o < m; o++) {
                float score = s[at + o * Kernels.BLOCK];
                if (score >= possible[q] && (score > sure[q] || inside(points, q, from + o))) {
                  counts[q]++;
                }
              }
            }
          }

          @Override
          public void done(int first, int n) {}
        },
        share -> {});
    return counts;
  }

  private boolean inside(Points points, int point, int centre) {
    return points.squaredDistance(point, centres, centre) <= squaredRadii[centre];
  }
}
