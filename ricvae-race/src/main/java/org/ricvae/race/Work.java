package org.ricvae.race;

import java.util.Map;
import org.ricvae.kernel.Kernels;

/**
 * What a kernel did: counted from its definition, not measured.
 *
 * @param flops additions, subtractions, multiplications, divisions and roots; a fused multiply-add
 *     is two
 * @param bytes that it reads and writes at least once
 */
record Work(long calls, long nanos, double flops, double bytes) {
  static final Work NONE = new Work(0, 0, 0, 0);

  /** Of an element-wise kernel, for each element: floats read or written, and operations. */
  private record Element(int floats, int flops) {}

  /** Operations of the functions are those of their polynomials in the vector kernels. */
  private static final Map<String, Element> ELEMENTS =
      Map.ofEntries(
          Map.entry("adam", new Element(7, 16)),
          Map.entry("addRows", new Element(1, 1)),
          Map.entry("addScaled", new Element(3, 2)),
          Map.entry("exp", new Element(2, 24)),
          Map.entry("log", new Element(2, 30)),
          Map.entry("logPenalty", new Element(3, 4)),
          Map.entry("negate", new Element(2, 1)),
          // Its bits come from whole numbers; what Box and Muller add is not counted.
          Map.entry("normal", new Element(1, 0)),
          Map.entry("normalize", new Element(2, 2)),
          Map.entry("recycle", new Element(4, 3)),
          Map.entry("recycleGradient", new Element(8, 6)),
          Map.entry("reluGradient", new Element(3, 0)),
          Map.entry("residual", new Element(3, 3)),
          Map.entry("sigmoid", new Element(2, 26)),
          Map.entry("sigmoidGradient", new Element(3, 3)),
          Map.entry("tanh", new Element(2, 26)),
          Map.entry("tanhGradient", new Element(3, 3)),
          Map.entry("transpose", new Element(2, 0)));

  /**
   * A call of a method of {@link Kernels}.
   *
   * @param a its arguments
   */
  static Work of(String kernel, Object[] a, long nanos) {
    return switch (kernel) {
      case "forward", "backward" -> product(number(a, 0), number(a, 1), lanes(a, 2), 1, nanos);
      case "weightGradient" ->
          product(number(a, 0), number(a, 1), lanes(a, 2), (boolean) a[3] ? 1 : 2, nanos);
      default -> {
        Element each = ELEMENTS.get(kernel);
        if (each == null) {
          throw new IllegalArgumentException("the cost of " + kernel + " is not known");
        }
        double n = elements(kernel, a);
        yield new Work(1, nanos, n * each.flops, n * each.floats * Float.BYTES);
      }
    };
  }

  private static double elements(String kernel, Object[] a) {
    return switch (kernel) {
      case "transpose" -> lanes(a, 0);
      case "normalize" -> ((float[]) a[1]).length * (double) Kernels.BLOCK;
      case "normal" -> lanes(a, 3);
      default -> number(a, a.length - 1);
    };
  }

  private static double number(Object[] a, int i) {
    return (int) a[i];
  }

  private static double lanes(Object[] a, int i) {
    return number(a, i) * Kernels.BLOCK;
  }

  /**
   * @param moves how often the weights, or their gradient, are read or written
   */
  private static Work product(double in, double out, double samples, int moves, long nanos) {
    double floats = moves * in * out + samples * (in + out);
    return new Work(1, nanos, 2 * in * out * samples, Float.BYTES * floats);
  }

  Work plus(Work w) {
    return new Work(calls + w.calls, nanos + w.nanos, flops + w.flops, bytes + w.bytes);
  }
}
