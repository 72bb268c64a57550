package org.ricvae.paper.supplement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ricvae.RicvaeModel;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;

/**
 * Recovery as passes go on, each on the mean of the one before: how far the result is from the
 * clean images, on the [0, 1] scale, and how well the residuals tell where the dirt is.
 */
final class PassTrace {
  private static final double WHITE = 255;

  /** What is traced, by the name under which a cell keeps it; a value for each M from 1. */
  enum Measure {
    /** Mean squared error over all values. */
    MSE,
    /** The same over the values under the dirt. */
    HIT,
    /** The same over the others. */
    REST,
    /** Share of the values with a residual above the model's threshold that are under the dirt. */
    PRECISION,
    /** Share of the values under the dirt whose residual is above the threshold. */
    RECALL;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final float[] clean;
  private final float[] observed;
  private final float[] mask;
  private final double threshold;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  private PassTrace(float[] clean, float[] observed, float[] mask, double threshold) {
    this.clean = clean;
    this.observed = observed;
    this.mask = mask;
    this.threshold = threshold;
    for (Measure measure : Measure.values()) {
      values.put(measure.key(), new ArrayList<>());
    }
  }

  /**
   * Follows a model over M = 1 … passes. What counts as found is a residual above the model's own
   * threshold, which it set without labels after one pass.
   */
  static Map<String, List<Double>> of(
      RicvaeModel model, Images clean, Corrupted dirty, int passes) {
    float[] observed = dirty.images().values();
    float[] mask = new float[observed.length];
    dirty.mask().read(0, clean.count(), mask, 0);
    PassTrace trace = new PassTrace(clean.values(), observed, mask, model.thresholds().cell());
    for (float[] recovered : recoveries(model, observed, passes)) {
      trace.add(recovered);
    }
    return trace.values;
  }

  /** What M = 1 … passes give: the mean of each pass is what the next one sees. */
  static Iterable<float[]> recoveries(RicvaeModel model, float[] observed, int passes) {
    return () ->
        Stream.iterate(model.clean(observed).values(), last -> model.clean(last).values())
            .limit(passes)
            .iterator();
  }

  private void add(float[] recovered) {
    double hitSquares = 0;
    double restSquares = 0;
    long hits = 0;
    long found = 0;
    long foundHits = 0;
    for (int i = 0; i < clean.length; i++) {
      double error = (recovered[i] - clean[i]) / WHITE;
      boolean hit = mask[i] != 0;
      boolean flagged = Math.abs(observed[i] - recovered[i]) / WHITE > threshold;
      hitSquares += hit ? error * error : 0;
      restSquares += hit ? 0 : error * error;
      hits += hit ? 1 : 0;
      found += flagged ? 1 : 0;
      foundHits += flagged && hit ? 1 : 0;
    }
    put(Measure.MSE, (hitSquares + restSquares) / clean.length);
    put(Measure.HIT, hitSquares / hits);
    put(Measure.REST, restSquares / (clean.length - hits));
    put(Measure.PRECISION, (double) foundHits / found);
    put(Measure.RECALL, (double) foundHits / hits);
  }

  private void put(Measure measure, double value) {
    values.get(measure.key()).add(value);
  }
}
