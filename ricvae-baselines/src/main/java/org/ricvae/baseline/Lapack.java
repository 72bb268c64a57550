package org.ricvae.baseline;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
import org.ricvae.data.InputException;

/**
 * Products and the symmetric eigenvalue problem, by OpenBLAS and the LAPACK in it; {@code
 * docs/decisions/0006-linear-algebra.md} has the reasons.
 *
 * <p>On one thread, so that results do not depend on how many there are; the same for the whole
 * process. They do depend, in their last bits, on the processor OpenBLAS finds.
 */
final class Lapack {
  private static final boolean AVAILABLE = load();

  private Lapack() {}

  private static boolean load() {
    try {
      openblas.blas_set_num_threads(1);
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  private static void requireNatives() {
    if (!AVAILABLE) {
      throw new InputException(
          "the baselines need OpenBLAS, whose native library for this machine (%s, %s) did not load; add org.bytedeco:openblas and javacpp with its classifier to the class path"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
  }

  /** A B. */
  static Matrix product(Matrix a, Matrix b) {
    return product(a, false, b, false);
  }

  /** A Bᵀ. */
  static Matrix productTransposed(Matrix a, Matrix b) {
    return product(a, false, b, true);
  }

  /** Aᵀ B. */
  static Matrix transposedProduct(Matrix a, Matrix b) {
    return product(a, true, b, false);
  }

  private static Matrix product(Matrix a, boolean ta, Matrix b, boolean tb) {
    requireNatives();
    int m = ta ? a.columns() : a.rows();
    int k = ta ? a.rows() : a.columns();
    int n = tb ? b.rows() : b.columns();
    if (k != (tb ? b.columns() : b.rows())) {
      throw new IllegalArgumentException("inner dimensions differ");
    }
    try (DoublePointer pa = outside(a);
        DoublePointer pb = outside(b);
        DoublePointer pc = new DoublePointer((long) m * n)) {
      openblas.cblas_dgemm(
          CblasRowMajor,
          ta ? CblasTrans : CblasNoTrans,
          tb ? CblasTrans : CblasNoTrans,
          m,
          n,
          k,
          1,
          pa,
          a.columns(),
          pb,
          b.columns(),
          0,
          pc,
          n);
      return inside(pc, m, n);
    }
  }

  /** Eigenvalues, ascending, and unit eigenvectors of AᵀA (or of AAᵀ, if {@code ofRows}). */
  static Eigen gramEigen(Matrix a, boolean ofRows) {
    requireNatives();
    int n = ofRows ? a.rows() : a.columns();
    int k = ofRows ? a.columns() : a.rows();
    try (DoublePointer pa = outside(a);
        DoublePointer gram = new DoublePointer((long) n * n)) {
      openblas.cblas_dsyrk(
          CblasRowMajor,
          CblasUpper,
          ofRows ? CblasNoTrans : CblasTrans,
          n,
          k,
          1,
          pa,
          a.columns(),
          0,
          gram,
          n);
      return eigen(gram, n);
    }
  }

  /** Eigenvalues, ascending, and unit eigenvectors of a symmetric matrix (its upper half). */
  static Eigen eigen(Matrix symmetric) {
    requireNatives();
    try (DoublePointer a = outside(symmetric)) {
      return eigen(a, symmetric.rows());
    }
  }

  private static Eigen eigen(DoublePointer a, int n) {
    try (DoublePointer w = new DoublePointer(n)) {
      // Row-major upper is column-major lower; the vectors come back as columns: rows to us.
      int info = openblas.LAPACKE_dsyevd(LAPACK_COL_MAJOR, (byte) 'V', (byte) 'L', n, a, n, w);
      if (info != 0) {
        throw new IllegalStateException("LAPACK's dsyevd failed with info " + info);
      }
      double[] values = new double[n];
      w.get(values);
      return new Eigen(values, inside(a, n, n));
    }
  }

  /**
   * Eigenvalues and eigenvectors.
   *
   * @param values ascending
   * @param vectors one a row
   */
  record Eigen(double[] values, Matrix vectors) {}

  private static DoublePointer outside(Matrix a) {
    return new DoublePointer(a.values().length).put(a.values(), 0, a.values().length);
  }

  private static Matrix inside(DoublePointer p, int rows, int columns) {
    double[] values = new double[Math.multiplyExact(rows, columns)];
    p.get(values, 0, values.length);
    return new Matrix(rows, columns, values);
  }
}
