package org.ricvae.paper.frey;

import org.ricvae.baseline.Matrix;
import org.ricvae.baseline.Progress;
import org.ricvae.baseline.Rpca;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.paper.lab.Images;

/** 8-bit images as a baseline takes and gives them: on the [0,1] scale, one a row. */
final class Faces {
  private static final Scaling SCALING = new Scaling(0, 1.0 / 255);

  private Faces() {}

  static Matrix matrix(Images images) {
    return Matrix.of(images.samples(), SCALING);
  }

  static Samples samples(Matrix matrix, SampleShape shape) {
    return matrix.samples(shape, SCALING);
  }

  static Rpca decompose(Images dirty, Rpca.Lambda lambda) {
    return Rpca.decompose(matrix(dirty), Rpca.Options.of(lambda), Progress.NONE);
  }
}
