package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ricvae.RicvaeModel;
import org.ricvae.corrupt.Comparison;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;
import org.ricvae.use.Recovered;
import org.ricvae.use.RecoveryOptions;

/**
 * Mean squared errors against the clean faces, on the [0,1] scale, as a cell keeps them: under
 * {@code NAME} over all values, {@code NAME_hit} over those under the dirt, {@code NAME_rest} over
 * the others.
 */
final class Errors {
  /** M, the passes at test that are measured. */
  static final int[] PASSES = {1, 2};

  private final Images clean;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Errors(Images clean) {
    this.clean = clean;
  }

  /** The name of the error on circles or rectangles after M passes. */
  static String name(Shape shape, int passes) {
    return "%s_m%d".formatted(shape.key(), passes);
  }

  void add(String name, Samples recovered, Samples mask) {
    Comparison c = Comparison.of(recovered, clean.samples(), Optional.of(mask));
    values.put(name, c.mse());
    values.put(name + "_hit", c.mseMasked());
    values.put(name + "_rest", c.mseUnmasked());
  }

  void add(Shape shape, RicvaeModel model, Corrupted dirty) {
    float[] input = dirty.images().values();
    for (int passes : PASSES) {
      Recovered recovered = model.clean(input, new RecoveryOptions(passes, false, 0, false, 0));
      add(name(shape, passes), Samples.of(clean.shape(), recovered.values()), dirty.mask());
    }
  }

  Map<String, Object> values() {
    return values;
  }
}
