package org.ricvae.corrupt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ricvae.corrupt.Corruption.Cells;
import org.ricvae.corrupt.Corruption.Circles;
import org.ricvae.corrupt.Corruption.Rectangles;
import org.ricvae.corrupt.Corruption.SaltAndPepper;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;

/**
 * Makes data dirty, the same way for the same seed on any machine: each sample draws from a stream
 * of its own, so what happens to one does not hang on how many others there are, but for which
 * samples are chosen.
 */
public final class Corruptor {
  /** The value of the mask where a value was overwritten, even if by the same value by chance. */
  public static final float CHANGED = 255;

  /** How many purposes one corruption draws for. */
  private static final int PURPOSES = 2;

  private final Samples clean;
  private final SampleShape shape;
  private final long seed;
  private final List<Step> steps;
  private final Ranges ranges;

  /**
   * What was done.
   *
   * @param samples how many there were
   * @param changedSamples how many had at least one value overwritten
   * @param values how many values there were
   * @param changedValues how many were overwritten
   */
  public record Summary(long samples, long changedSamples, long values, long changedValues) {}

  /** A corruption with its own purposes, and which of the samples yet to come it will hit. */
  private static final class Step {
    private final Corruption corruption;
    private final int purpose;
    private long wanted;

    Step(Corruption corruption, int purpose, long wanted) {
      this.corruption = corruption;
      this.purpose = purpose;
      this.wanted = wanted;
    }
  }

  private Corruptor(Samples clean, List<Corruption> corruptions, long seed) {
    this.clean = clean;
    this.shape = clean.shape();
    this.seed = seed;
    this.steps = new ArrayList<>();
    int[] ofKind = new int[4];
    for (Corruption corruption : corruptions) {
      int kind =
          switch (corruption) {
            case Circles c -> 0;
            case Rectangles r -> 1;
            case SaltAndPepper s -> 2;
            case Cells c -> 3;
          };
      steps.add(null);
    }
    this.ranges = Ranges.of(clean);
  }
}
