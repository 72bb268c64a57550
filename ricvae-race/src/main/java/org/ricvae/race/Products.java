package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.mkl.global.mkl_rt;

/**
 * The limit: the products of a step on Intel's MKL and nothing else. Forward, gradient of the
 * weights, and gradient of the inputs but those of the first layer in the first pass. None reads
 * what another gave: values that shrank from step to step would become denormal, and slow.
 */
final class Products implements Contestant {
  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  private record Layer(
      Net.Shape shape,
      FloatPointer w,
      FloatPointer gradient,
      List<FloatPointer> x,
      List<FloatPointer> y,
      FloatPointer dx,
      boolean first) {}

  private final int batch;
  private final int passes;
  private final List<Layer> layers = new ArrayList<>();

  Products(Cell cell) {
    mkl_rt.MKL_Set_Num_Threads(cell.threads());
    batch = cell.batch();
    passes = cell.passes();
    for (Net.Shape shape : cell.net().layers()) {
      layers.add(
          new Layer(
              shape,
              filled(shape.weights()),
              filled(shape.weights()),
              buffers(shape.in()),
              buffers(shape.out()),
              filled(shape.in() * batch),
              layers.isEmpty()));
    }
  }

  private List<FloatPointer> buffers(int features) {
    List<FloatPointer> all = new ArrayList<>();
    for (int p = 0; p < passes; p++) {
      all.add(filled(features * batch));
    }
    return all;
  }

  private static FloatPointer filled(int n) {
    float[] values = new float[n];
    java.util.Arrays.fill(values, 0.01f);
    return new FloatPointer(values);
  }

  @Override
  public void run(int steps) {
    for (int s = 0; s < steps; s++) {
      step();
    }
  }

  private void step() {
    for (int p = 0; p < passes; p++) {
      for (Layer l : layers) {
        int in = l.shape.in();
        int out = l.shape.out();
        multiply(PLAIN, PLAIN, batch, out, in, l.x.get(p), in, l.w, out, 0, l.y.get(p), out);
      }
    }
    for (int p = passes - 1; p >= 0; p--) {
      for (int i = layers.size() - 1; i >= 0; i--) {
        Layer l = layers.get(i);
        int in = l.shape.in();
        int out = l.shape.out();
        FloatPointer x = l.x.get(p);
        FloatPointer dy = l.y.get(p);
        int sum = p == passes - 1 ? 0 : 1;
        multiply(TRANSPOSED, PLAIN, in, out, batch, x, in, dy, out, sum, l.gradient, out);
        if (!(l.first && p == 0)) {
          multiply(PLAIN, TRANSPOSED, batch, in, out, dy, out, l.w, out, 0, l.dx, in);
        }
      }
    }
  }

  private static void multiply(
      int transA,
      int transB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int lda,
      FloatPointer b,
      int ldb,
      float beta,
      FloatPointer c,
      int ldc) {
    mkl_rt.cblas_sgemm(ROW_MAJOR, transA, transB, m, n, k, 1, a, lda, b, ldb, beta, c, ldc);
  }

  @Override
  public Answer check(Reference.Batch batch) {
    return null;
  }

  @Override
  public void close() {
    mkl_rt.MKL_Free_Buffers();
  }
}
