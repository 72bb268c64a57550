package org.ricvae.bench;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.mkl.global.mkl_rt;
import org.bytedeco.openblas.global.openblas_nolapack;

/** A BLAS on row-major matrices outside the heap, as it likes them best. */
record BlasContestant(String name, Sgemm sgemm) implements Contestant {
  private static final int ROW_MAJOR = 101;
  private static final int AS_IT_IS = 111;
  private static final int TRANSPOSED = 112;

  /** {@code cblas_sgemm}. */
  interface Sgemm {
    void multiply(
        int order,
        int transA,
        int transB,
        int m,
        int n,
        int k,
        float alpha,
        FloatPointer a,
        int lda,
        FloatPointer b,
        int ldb,
        float beta,
        FloatPointer c,
        int ldc);
  }

  /** Intel's library, one thread. */
  static Contestant mkl() {
    mkl_rt.MKL_Set_Num_Threads(1);
    return new BlasContestant("MKL", mkl_rt::cblas_sgemm);
  }

  /** OpenBLAS called directly, one thread. */
  static Contestant openBlas() {
    openblas_nolapack.blas_set_num_threads(1);
    return new BlasContestant("OpenBLAS", openblas_nolapack::cblas_sgemm);
  }

  @Override
  public String includes() {
    return "packing, which it does in each call; no bias";
  }

  @Override
  public Runnable prepare(Product product, Layer layer, int batch) {
    int in = layer.in();
    int out = layer.out();
    FloatPointer w = new FloatPointer(KernelContestant.random(in * out));
    FloatPointer x = new FloatPointer(KernelContestant.random(in * batch));
    FloatPointer y = new FloatPointer(KernelContestant.random(out * batch));
    return switch (product) {
      case FORWARD -> () -> multiply(AS_IT_IS, AS_IT_IS, batch, out, in, x, in, w, out, y);
      case BACKWARD -> () -> multiply(AS_IT_IS, TRANSPOSED, batch, in, out, y, out, w, out, x);
      case WEIGHT_GRADIENT ->
          () -> multiply(TRANSPOSED, AS_IT_IS, in, out, batch, x, in, y, out, w);
    };
  }

  private void multiply(
      int transA,
      int transB,
      int m,
      int n,
      int k,
      FloatPointer a,
      int lda,
      FloatPointer b,
      int ldb,
      FloatPointer c) {
    sgemm.multiply(ROW_MAJOR, transA, transB, m, n, k, 1, a, lda, b, ldb, 0, c, n);
  }
}
