package org.ricvae.table.clean;

import java.util.OptionalDouble;
import org.ricvae.data.InputException;
import org.ricvae.table.model.Calibration;

/**
 * How cells are judged.
 *
 * @param falseAlarms the share of right cells that may be flagged; empty: the threshold at which
 *     the expected F1 is largest
 * @param passes M
 * @param threads workers; the result does not depend on it
 */
public record CleanOptions(OptionalDouble falseAlarms, int passes, int threads) {
  /** The most passes that are of use. */
  public static final int MAX_PASSES = 100;

  /** Checks the ranges. */
  public CleanOptions {
    falseAlarms.ifPresent(
        share -> {
          if (!(share > 0 && share < 1)) {
            throw new InputException(
                "--false-alarms %s is out of range, allowed are shares between 0 and 1"
                    .formatted(share));
          }
        });
    if (passes < 1 || passes > MAX_PASSES) {
      throw new InputException(
          "-M %d is out of range, allowed are 1 to %d".formatted(passes, MAX_PASSES));
    }
  }

  /** The log odds from which a cell is flagged. */
  public double threshold(Calibration calibration) {
    return falseAlarms.isPresent()
        ? calibration.thresholdFor(falseAlarms.getAsDouble())
        : calibration.threshold();
  }
}
