package org.ricvae.cli;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;

/** Small grey images with two degrees of freedom: a bright blob somewhere on a dark ground. */
final class Blobs {
  static final SampleShape SHAPE = new SampleShape(10, 8, 1);
  static final int COUNT = 120;

  static final int EPOCHS = 300;

  /** Options that train on them in a moment. */
  static final String[] QUICK = {
    "--hidden", "24", "--latent", "3", "--epochs", "" + EPOCHS, "--batch", "40", "--epsilon", "1e-3"
  };

  private Blobs() {}

  static float[] values() {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[COUNT * SHAPE.size()];
    for (int i = 0; i < COUNT; i++) {
      double x = random.nextDouble(1, SHAPE.width() - 1);
      double y = random.nextDouble(1, SHAPE.height() - 1);
      for (int j = 0; j < SHAPE.size(); j++) {
        int row = j / SHAPE.width();
        int column = j % SHAPE.width();
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        values[i * SHAPE.size() + j] = Math.round(20 + 200 * Math.exp(-(dx * dx + dy * dy) / 8));
      }
    }
    return values;
  }

  /** Writes them in the format that the name says. */
  static Path write(Path place) {
    write(place, SHAPE, ValueType.U8, values());
    return place;
  }

  static void write(Path place, SampleShape shape, ValueType type, float[] values) {
    int count = values.length / shape.size();
    try (SampleSink sink = DataFiles.create(place, shape, type, count)) {
      sink.write(values, 0, count);
      sink.commit();
    }
  }

  /** The arguments of a quick training. */
  static Object[] train(Object data, Object model, Object... more) {
    Object[] args = new Object[4 + QUICK.length + more.length];
    args[0] = "train";
    args[1] = data;
    args[2] = "-o";
    args[3] = model;
    System.arraycopy(QUICK, 0, args, 4, QUICK.length);
    System.arraycopy(more, 0, args, 4 + QUICK.length, more.length);
    return args;
  }
}
