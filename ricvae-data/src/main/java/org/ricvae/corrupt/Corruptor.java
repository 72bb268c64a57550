package org.ricvae.corrupt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.corrupt.Corruption.Cells;
import org.ricvae.corrupt.Corruption.Circles;
import org.ricvae.corrupt.Corruption.Rectangles;
import org.ricvae.corrupt.Corruption.SaltAndPepper;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;

/**
 * Makes data dirty, in the same way for the same seed on every machine and JDK. Each sample draws
 * from a stream of its own.
 */
public final class Corruptor {
  /** The mask where a value was overwritten, even if by chance with the value it had; else 0. */
  public static final float CHANGED = 255;

  /**
   * What was done.
   *
   * @param samples how many there were
   * @param changedSamples how many had at least one value overwritten
   * @param values how many values there were
   * @param changedValues how many were overwritten
   */
  public record Summary(long samples, long changedSamples, long values, long changedValues) {}

  private Corruptor() {}

  /**
   * Corrupts a data set. The sinks are written in full but not committed.
   *
   * @param clean the data; read twice, first for their range
   * @param corruptions applied one after the other. Each kind draws from streams of its own, so
   *     adding one does not change what another does
   * @param dirty takes the result, in the units of the data
   * @param mask takes {@link #CHANGED} where a value was overwritten, else 0
   * @throws InputException where shapes are to be drawn on samples that are no images, or the data
   *     hold no finite value
   */
  public static Summary corrupt(
      Samples clean, List<Corruption> corruptions, long seed, SampleSink dirty, SampleSink mask) {
    SampleShape shape = clean.shape();
    List<Step> steps = steps(clean, corruptions, seed);
    Ranges ranges = Ranges.of(clean);
    float[] masked = new float[Batches.samples(clean) * shape.size()];
    long[] changed = new long[2];
    Batches.forEach(
        clean,
        (values, start, n) -> {
          Arrays.fill(masked, 0);
          for (int i = 0; i < n; i++) {
            int offset = i * shape.size();
            Canvas canvas = new Canvas(shape, ranges, values, masked, offset);
            for (Step step : steps) {
              step.apply(canvas, start + i);
            }
            long hits = count(masked, offset, shape.size());
            changed[0] += hits > 0 ? 1 : 0;
            changed[1] += hits;
          }
          dirty.write(values, 0, n);
          mask.write(masked, 0, n);
        });
    return new Summary(clean.count(), changed[0], clean.count() * shape.size(), changed[1]);
  }

  private static long count(float[] masked, int offset, int n) {
    long hits = 0;
    for (int j = offset; j < offset + n; j++) {
      hits += masked[j] == CHANGED ? 1 : 0;
    }
    return hits;
  }

  private static List<Step> steps(Samples clean, List<Corruption> corruptions, long seed) {
    List<Step> steps = new ArrayList<>();
    Map<Class<?>, Integer> repeats = new HashMap<>();
    for (Corruption corruption : corruptions) {
      if (drawsShapes(corruption) && !clean.shape().isImage()) {
        throw new InputException(
            "%s holds samples of %s, no images: circles and rectangles cannot be drawn on them, use cells or salt-and-pepper"
                .formatted(clean.source(), clean.shape()));
      }
      int repeat = repeats.merge(corruption.getClass(), 1, Integer::sum) - 1;
      steps.add(new Step(corruption, seed, repeat, clean.count()));
    }
    return steps;
  }

  private static boolean drawsShapes(Corruption corruption) {
    return corruption instanceof Circles || corruption instanceof Rectangles;
  }

  /**
   * One corruption on its way through the samples. Which ones it hits is decided as they come, by
   * selection sampling (Knuth, <i>The Art of Computer Programming</i> 3.4.2, algorithm S): exactly
   * the number wanted, every subset as likely.
   */
  private static final class Step {
    /** Purposes are numbered by repeat, then kind, then whether they choose or draw. */
    private static final int KINDS = 4;

    private final Corruption corruption;
    private final long seed;
    private final int choosing;
    private final int drawing;
    private final long count;
    private long wanted;

    Step(Corruption corruption, long seed, int repeat, long count) {
      this.corruption = corruption;
      this.seed = seed;
      this.choosing = 2 * (repeat * KINDS + kind(corruption));
      this.drawing = choosing + 1;
      this.count = count;
      this.wanted = drawsShapes(corruption) ? Math.round(corruption.share() * count) : count;
    }

    private static int kind(Corruption corruption) {
      return List.of(Circles.class, Rectangles.class, SaltAndPepper.class, Cells.class)
          .indexOf(corruption.getClass());
    }

    void apply(Canvas canvas, long sample) {
      double u = SplitMix.of(seed, choosing, sample).nextDouble();
      if (u * (count - sample) < wanted) {
        wanted--;
        canvas.apply(corruption, SplitMix.of(seed, drawing, sample));
      }
    }
  }
}
