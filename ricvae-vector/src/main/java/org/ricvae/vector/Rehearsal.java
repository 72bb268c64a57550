package org.ricvae.vector;

import java.util.ArrayList;
import java.util.List;
import org.ricvae.kernel.AdamStep;
import org.ricvae.kernel.Kernels;

/**
 * Calls kernels on little data, again and again, until the JVM has compiled each of them.
 *
 * <p>The data are as little as they can be with loops that turn more than a few times, since C2
 * shapes a loop for the turns that it saw; and so large that a call takes some ten microseconds at
 * least as long as vectors are objects, and less than two after.
 */
final class Rehearsal {
  /** A call that takes no longer is compiled. */
  private static final long COMPILED_NANOS = 10_000;

  /** Rounds in a row: not every turn of a loop that is compiled in part makes objects. */
  private static final int ROUNDS = 3;

  /** A JVM that has not compiled them by then never will: it interprets, or has no C2. */
  private static final long MOST_NANOS = 30_000_000_000L;

  private static final int BLOCK = Kernels.BLOCK;
  private static final int TILE = Kernels.TILE;
  private static final int ROWS = 2 * TILE;
  private static final int PANEL = (1 + ROWS) * TILE;
  private static final int SQUARE = BLOCK * BLOCK;

  /** Values for a loop of many operations. */
  private static final int FEW = 4 * BLOCK;

  /** Values for a loop of three or four. */
  private static final int MORE = 16 * BLOCK;

  private final List<Runnable> calls = new ArrayList<>();

  Rehearsal(Kernels kernels) {
    products(kernels);
    functions(kernels);
    residuals(kernels);
    rows(kernels);
    noise(kernels);
    adam(kernels);
  }

  /** Returns whether all are compiled. */
  boolean run() {
    long begin = System.nanoTime();
    int quick = 0;
    while (quick < ROUNDS && System.nanoTime() - begin < MOST_NANOS) {
      quick = slowest() <= COMPILED_NANOS ? quick + 1 : 0;
    }
    return quick == ROUNDS;
  }

  /** The time of the slowest of all calls, in nanoseconds. */
  private long slowest() {
    long slowest = 0;
    for (Runnable call : calls) {
      long begin = System.nanoTime();
      call.run();
      slowest = Math.max(slowest, System.nanoTime() - begin);
    }
    return slowest;
  }

  private void products(Kernels k) {
    float[] w = new float[2 * PANEL];
    float[] x = new float[SQUARE];
    float[] y = new float[SQUARE];
    float[] g = new float[3 * TILE * TILE];
    calls.add(() -> k.forward(1 + ROWS, TILE, 1, w, 0, PANEL, x, 0, 0, y, 0, 0));
    calls.add(() -> k.backward(TILE, ROWS, 1, w, 0, PANEL, x, 0, 0, y, 0, 0));
    calls.add(() -> k.weightGradient(TILE, BLOCK, 1, true, x, 0, 0, y, 0, 0, g, 0, TILE * TILE));
    calls.add(() -> k.transpose(BLOCK, x, 0, y, 0, 0));
  }

  private void functions(Kernels k) {
    float[] a = new float[MORE];
    float[] b = new float[MORE];
    calls.add(() -> k.exp(a, 0, FEW));
    calls.add(() -> k.log(a, 0, FEW));
    calls.add(() -> k.sigmoid(a, 0, FEW));
    calls.add(() -> k.tanh(a, 0, FEW));
    calls.add(() -> k.reluGradient(a, 0, b, 0, MORE));
    calls.add(() -> k.sigmoidGradient(a, 0, b, 0, MORE));
    calls.add(() -> k.tanhGradient(a, 0, b, 0, MORE));
  }

  private void residuals(Kernels k) {
    float[] a = new float[MORE];
    float[] b = new float[MORE];
    float[] c = new float[MORE];
    float[] d = new float[MORE];
    calls.add(() -> k.residual(a, 0, b, 0, c, 0, d, 0, MORE));
    calls.add(() -> k.logPenalty(1, a, 0, b, 0, MORE));
    calls.add(() -> k.recycle(a, 0, b, 0, c, 0, d, 0, MORE));
    calls.add(() -> k.recycleGradient(a, 0, b, 0, c, 0, d, 0, a, 0, b, 0, MORE));
  }

  private void rows(Kernels k) {
    float[] a = new float[MORE];
    float[] b = new float[MORE];
    float[] center = new float[MORE / BLOCK];
    calls.add(() -> k.normalize(1, center, a, 0, b, 0));
    calls.add(() -> k.addRows(a, 0, b, 0, MORE));
    calls.add(() -> k.addScaled(a, 0, 1, b, 0, a, 0, MORE));
    calls.add(() -> k.negate(a, 0, b, 0, MORE));
  }

  private void noise(Kernels k) {
    int[] key = new int[4];
    int[] samples = new int[BLOCK];
    float[] noise = new float[FEW];
    calls.add(() -> k.normal(key, samples, 0, FEW / BLOCK, noise, 0));
  }

  private void adam(Kernels k) {
    AdamStep step = new AdamStep();
    step.set(1, 1, 1);
    float[] w = new float[FEW];
    float[] m = new float[FEW];
    float[] v = new float[FEW];
    float[] g = new float[FEW];
    calls.add(() -> k.adam(step, 0, w, 0, m, v, g, 0, FEW));
  }
}
