package org.ricvae.cli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.RicvaeModel;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.report.ImageRow;
import org.ricvae.report.ImageSheet;

/** What the page shows of the images: the first few, and new ones. */
final class Pictures {
  private static final int SHOWN = 10;
  private static final int NEW_ROWS = 3;

  private final SampleShape shape;
  private final Scaling scaling;
  private final ImageSheet comparison;
  private final ImageSheet samples;

  Pictures(Samples dirty, Samples cleaned, Samples clean, RicvaeModel model, long seed) {
    shape = model.shape();
    scaling = model.trained().scaling();
    int n = (int) Math.min(SHOWN, dirty.count());
    float[] values = new float[n * shape.size()];
    dirty.read(0, n, values, 0);
    float[] residuals = model.clean(values).residuals();
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] *= (float) scaling.factor();
    }
    comparison =
        ImageSheet.of(
            List.of(
                ImageRow.pictures("dirty", shape, images(dirty, n)),
                ImageRow.pictures("cleaned", shape, images(cleaned, n)),
                ImageRow.pictures("truth", shape, images(clean, n)),
                ImageRow.maps("taken for dirt", shape, cut(residuals))));
    float[] made = model.generate(NEW_ROWS * SHOWN, Demo.NEW_PASSES, seed);
    samples = ImageSheet.grid(shape, cut(scaled(made)), SHOWN);
  }

  /** Rows: dirty, cleaned, truth, and the residual. */
  ImageSheet comparison() {
    return comparison;
  }

  /** New samples. */
  ImageSheet samples() {
    return samples;
  }

  private List<float[]> images(Samples source, int n) {
    float[] values = new float[n * shape.size()];
    source.read(0, n, values, 0);
    return cut(scaled(values));
  }

  private float[] scaled(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = scaling.scale(values[i]);
    }
    return values;
  }

  private List<float[]> cut(float[] values) {
    List<float[]> images = new ArrayList<>();
    for (int from = 0; from < values.length; from += shape.size()) {
      images.add(Arrays.copyOfRange(values, from, from + shape.size()));
    }
    return images;
  }
}
