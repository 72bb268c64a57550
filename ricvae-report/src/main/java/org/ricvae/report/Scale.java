package org.ricvae.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of an axis stand on paper, and which of them are written there.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, greater than {@code low}
 */
record Scale(double low, double high, boolean logarithmic, double from, double to) {
  /** A value written at the axis. */
  record Tick(double position, String text) {}

  /**
   * A scale over a range; a range of one value is widened around it.
   *
   * @param low positive if logarithmic
   */
  static Scale over(Axis axis, double low, double high, double from, double to) {
    if (low < high) {
      return new Scale(low, high, axis.logarithmic(), from, to);
    }
    if (axis.logarithmic()) {
      return new Scale(low / 2, low * 2, true, from, to);
    }
    double half = low == 0 ? 1 : Math.abs(low) / 2;
    return new Scale(low - half, low + half, false, from, to);
  }

  /** The place of a value. */
  double position(double value) {
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** The same scale, its place on paper moved. */
  Scale moved(double by) {
    return new Scale(low, high, logarithmic, from + by, to + by);
  }

  /** A value in three digits, a small one in two: 12, 0.874, 0.0020, 1.5e-4. */
  static String brief(double value) {
    double size = Math.abs(value);
    BigDecimal exact = BigDecimal.valueOf(value);
    if (size >= 1e4 || (size > 0 && size < 1e-3)) {
      return scientific(exact.round(new MathContext(2)));
    }
    int decimals = size < 0.1 ? (size < 0.01 ? 4 : 3) : Math.max(0, 2 - exponent(exact));
    return value == Math.rint(value)
        ? exact.setScale(0).toPlainString()
        : exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** About {@code most} round values within the range, fewer where it has fewer. */
  List<Tick> ticks(int most) {
    return logarithmic && high / low >= 10 ? decades(most) : steps(most);
  }

  private List<Tick> steps(int most) {
    double step = step(most);
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    boolean plain = decimals <= 4 && Math.max(Math.abs(low), Math.abs(high)) < 1e6;
    List<Tick> ticks = new ArrayList<>();
    for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
      BigDecimal value = BigDecimal.valueOf(k * step);
      String text =
          plain
              ? value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
              : scientific(value.round(new MathContext(4)));
      ticks.add(new Tick(position(k * step), text));
    }
    return ticks;
  }

  private List<Tick> decades(int most) {
    int first = (int) Math.ceil(Math.log10(low) - 1e-9);
    int last = (int) Math.floor(Math.log10(high) + 1e-9);
    int every = (last - first) / most + 1;
    double[] digits = last - first < 2 ? new double[] {1, 2, 5} : new double[] {1};
    boolean plain = low >= 0.999e-3 && high < 1e5;
    List<Tick> ticks = new ArrayList<>();
    for (int exponent = first - every; exponent <= last; exponent += every) {
      for (double digit : digits) {
        double value = digit * Math.pow(10, exponent);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
          ticks.add(
              new Tick(
                  position(value),
                  plain ? rounded.stripTrailingZeros().toPlainString() : scientific(rounded)));
        }
      }
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, such that at most {@code most} steps fit. */
  private double step(int most) {
    double least = (high - low) / most;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double digit = least / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  /** With an exponent: 1e-5. */
  private static String scientific(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int exponent = exponent(bare);
    return bare.signum() == 0 || exponent == 0
        ? bare.toPlainString()
        : bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  /** Of the power of ten of the first digit. */
  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
