package org.ricvae.train;

import java.util.SplittableRandom;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.data.Scaling;
import org.ricvae.data.ValueType;

/**
 * A view of a data set with known corruption in a share of its samples: random values in single
 * places, or a block that is grey, darkest, brightest, or taken from another sample. What a sample
 * suffers is a function of the seed and its number.
 */
final class InjectedSamples implements Samples {
  /** Share of the samples that are corrupted. */
  static final double SHARE = 0.3;

  /** Share of the values of a sample that become random, where single places are hit. */
  static final double CELL_SHARE = 0.1;

  /** A block's sides are between these shares of the sample's. */
  private static final double MIN_SIDE = 0.15;

  private static final double MAX_SIDE = 0.5;

  private enum Kind {
    CELLS,
    GREY,
    DARKEST,
    BRIGHTEST,
    TRANSPLANT
  }

  private final Samples base;
  private final float least;
  private final float most;
  private final long seed;

  InjectedSamples(Samples base, Scaling scaling, long seed) {
    this.base = base;
    least = scaling.unscale(0);
    most = scaling.unscale(1);
    this.seed = seed;
  }

  /** Whether a sample is corrupted. */
  boolean injected(long sample) {
    return chosen(random(sample), sample);
  }

  /** One is always among them, however few there are. */
  private boolean chosen(SplittableRandom random, long sample) {
    return random.nextDouble() < SHARE || sample == Math.floorMod(seed, count());
  }

  private SplittableRandom random(long sample) {
    return new SplittableRandom(seed ^ (sample + 1) * 0x9e3779b97f4a7c15L);
  }

  @Override
  public long count() {
    return base.count();
  }

  @Override
  public SampleShape shape() {
    return base.shape();
  }

  /** What is injected lies between the values that an integer type has. */
  @Override
  public ValueType type() {
    return ValueType.F32;
  }

  @Override
  public String source() {
    return base.source();
  }

  @Override
  public void read(long start, int n, float[] dst, int offset) {
    base.read(start, n, dst, offset);
    for (int i = 0; i < n; i++) {
      corrupt(start + i, dst, offset + i * shape().size(), null);
    }
  }

  /**
   * Corrupts one sample in place, if it is among those chosen.
   *
   * @param hit receives which values were replaced; may be null
   */
  void corrupt(long sample, float[] values, int offset, boolean[] hit) {
    SplittableRandom random = random(sample);
    if (!chosen(random, sample)) {
      return;
    }
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    if (kind == Kind.CELLS) {
      for (int j = 0; j < shape().size(); j++) {
        if (random.nextDouble() < CELL_SHARE) {
          replace(values, offset, j, uniform(random), hit);
        }
      }
      return;
    }
    float[] donor = null;
    float level =
        switch (kind) {
          case GREY -> uniform(random);
          case DARKEST -> least;
          case BRIGHTEST -> most;
          case CELLS, TRANSPLANT -> 0;
        };
    if (kind == Kind.TRANSPLANT) {
      donor = new float[shape().size()];
      base.read(random.nextLong(count()), 1, donor, 0);
    }
    int height = side(random, shape().height());
    int width = side(random, shape().width());
    int top = random.nextInt(shape().height() - height + 1);
    int left = random.nextInt(shape().width() - width + 1);
    for (int y = top; y < top + height; y++) {
      int channels = shape().channels();
      int row = (y * shape().width() + left) * channels;
      for (int j = row; j < row + width * channels; j++) {
        replace(values, offset, j, donor == null ? level : donor[j], hit);
      }
    }
  }

  private static void replace(float[] values, int offset, int j, float value, boolean[] hit) {
    // What is missing stays missing: there is no truth to recover.
    if (!Float.isNaN(values[offset + j]) && !Float.isNaN(value)) {
      values[offset + j] = value;
      if (hit != null) {
        hit[j] = true;
      }
    }
  }

  private float uniform(SplittableRandom random) {
    return least + (float) random.nextDouble() * (most - least);
  }

  private static int side(SplittableRandom random, int length) {
    int least = (int) Math.max(1, Math.round(MIN_SIDE * length));
    int most = (int) Math.max(least, Math.round(MAX_SIDE * length));
    return least + random.nextInt(most - least + 1);
  }
}
