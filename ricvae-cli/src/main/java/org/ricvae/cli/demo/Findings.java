package org.ricvae.cli.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ricvae.RicvaeModel;
import org.ricvae.corrupt.Comparison;
import org.ricvae.use.Detection;

/**
 * What came out, in numbers.
 *
 * @param dirty the dirty images against the clean ones
 * @param cleaned the cleaned images against the clean ones
 * @param pixels how well the flags mark the pixels that were made dirty
 * @param trainingSeconds of the choice of ε and the training
 */
record Findings(
    Comparison dirty,
    Comparison cleaned,
    Detection pixels,
    RicvaeModel model,
    boolean complete,
    double trainingSeconds) {

  double timesLower() {
    return dirty.mse() / cleaned.mse();
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("images", dirty.samples());
    fields.put("mse_dirty", dirty.mse());
    fields.put("mse_cleaned", cleaned.mse());
    fields.put("times_lower", timesLower());
    fields.put("mse_cleaned_masked", cleaned.mseMasked());
    fields.put("mse_cleaned_unmasked", cleaned.mseUnmasked());
    fields.put("pixels_roc_auc", pixels.rocAuc());
    fields.put("pixels_precision", pixels.precision());
    fields.put("pixels_recall", pixels.recall());
    fields.put("pixels_f1", pixels.f1());
    fields.put("training_seconds", trainingSeconds);
    fields.put("training_complete", complete);
    fields.put("epochs", model.provenance().epochs());
    fields.put("epsilon", model.provenance().epsilon());
    fields.put("epsilon_candidates", model.provenance().candidates());
    fields.put("active_dimensions", model.provenance().activeDimensions());
    fields.put("options", model.provenance().options());
    fields.put("version", model.provenance().version());
    fields.put("kernel", model.provenance().kernel());
    fields.put("jvm", model.provenance().jvm());
    return fields;
  }

  /** What got better, in two lines. */
  String error() {
    return String.format(
        Locale.ROOT,
        "error (mean squared, against the clean images): %.4f dirty, %.4f cleaned: %.1f times lower",
        dirty.mse(),
        cleaned.mse(),
        timesLower());
  }

  String pixelsFound() {
    return String.format(
        Locale.ROOT,
        "dirty pixels found without labels: %.0f %% of them, and %.0f %% of what is flagged is dirty",
        100 * pixels.recall(),
        100 * pixels.precision());
  }
}
