package org.ricvae.corrupt;

import java.util.function.IntPredicate;
import org.ricvae.corrupt.Corruption.Cells;
import org.ricvae.corrupt.Corruption.Circles;
import org.ricvae.corrupt.Corruption.Rectangles;
import org.ricvae.corrupt.Corruption.SaltAndPepper;
import org.ricvae.data.SampleShape;

/** One sample being made dirty, and the mask of what is overwritten. */
final class Canvas {
  private final SampleShape shape;
  private final Ranges ranges;
  private final float[] values;
  private final float[] mask;
  private final int offset;

  Canvas(SampleShape shape, Ranges ranges, float[] values, float[] mask, int offset) {
    this.shape = shape;
    this.ranges = ranges;
    this.values = values;
    this.mask = mask;
    this.offset = offset;
  }

  void apply(Corruption corruption, SplitMix random) {
    if (corruption instanceof Circles circles) {
      disc(circles, random);
    } else if (corruption instanceof Rectangles rectangles) {
      rectangle(rectangles, random);
    } else if (corruption instanceof SaltAndPepper pixels) {
      saltAndPepper(pixels.share(), random);
    } else {
      cells(((Cells) corruption).share(), random);
    }
  }

  private void disc(Circles circles, SplitMix random) {
    double centreX = random.nextDouble(0, shape.width());
    double centreY = random.nextDouble(0, shape.height());
    double radius = random.nextDouble(circles.minRadius(), circles.maxRadius());
    darken(
        pixel -> {
          double dx = x(pixel) - centreX;
          double dy = y(pixel) - centreY;
          return dx * dx + dy * dy <= radius * radius;
        });
  }

  private void rectangle(Rectangles rectangles, SplitMix random) {
    double centreX = random.nextDouble(0, shape.width());
    double centreY = random.nextDouble(0, shape.height());
    double width = random.nextDouble(rectangles.minSide(), rectangles.maxSide());
    double height = random.nextDouble(rectangles.minSide(), rectangles.maxSide());
    darken(
        pixel ->
            Math.abs(x(pixel) - centreX) <= width / 2
                && Math.abs(y(pixel) - centreY) <= height / 2);
  }

  private double x(int pixel) {
    int column = pixel % shape.width();
    return column + 0.5;
  }

  private double y(int pixel) {
    int row = pixel / shape.width();
    return row + 0.5;
  }

  private void darken(IntPredicate inside) {
    for (int pixel = 0; pixel < shape.height() * shape.width(); pixel++) {
      if (inside.test(pixel)) {
        for (int channel = 0; channel < shape.channels(); channel++) {
          set(pixel * shape.channels() + channel, ranges.dark());
        }
      }
    }
  }

  private void saltAndPepper(double share, SplitMix random) {
    for (int pixel = 0; pixel < shape.height() * shape.width(); pixel++) {
      if (random.nextDouble() < share) {
        for (int channel = 0; channel < shape.channels(); channel++) {
          set(pixel * shape.channels() + channel, ranges.draw(random));
        }
      }
    }
  }

  private void cells(double share, SplitMix random) {
    for (int j = 0; j < shape.size(); j++) {
      if (random.nextDouble() < share) {
        set(j, ranges.draw(random, j));
      }
    }
  }

  private void set(int j, float value) {
    if (!Float.isNaN(values[offset + j])) {
      values[offset + j] = value;
      mask[offset + j] = Corruptor.CHANGED;
    }
  }
}
