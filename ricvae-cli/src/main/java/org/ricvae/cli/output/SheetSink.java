package org.ricvae.cli.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Scaling;
import org.ricvae.report.ImageSheet;

/** Draws samples of a model on one sheet, as a PNG file. */
public final class SheetSink implements SampleSink {
  private final Path file;
  private final SampleShape shape;
  private final Scaling scaling;
  private final int columns;
  private final List<float[]> images = new ArrayList<>();

  /**
   * @param count how many will come
   * @throws InputException where so many do not fit on a sheet
   */
  public SheetSink(Path file, RicvaeModel model, int count) {
    this.file = file;
    shape = model.shape();
    scaling = model.trained().scaling();
    columns = (int) Math.ceil(Math.sqrt(count));
    if ((long) count * shape.size() > ImageSheet.MAX_PIXELS) {
      throw new InputException(
          "%d samples of %s do not fit on one sheet; write fewer, or an array such as samples.npy"
              .formatted(count, shape));
    }
  }

  @Override
  public void write(float[] values, int offset, int n) {
    for (int i = 0; i < n; i++) {
      int from = offset + i * shape.size();
      float[] image = Arrays.copyOfRange(values, from, from + shape.size());
      for (int j = 0; j < image.length; j++) {
        image[j] = scaling.scale(image[j]);
      }
      images.add(image);
    }
  }

  @Override
  public void commit() {
    ImageSheet.grid(shape, images, columns).write(file);
  }

  @Override
  public void close() {}
}
