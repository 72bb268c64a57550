package org.ricvae.use;

import java.util.function.LongConsumer;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;

/** Whole data sets through a model, from a source to sinks, in batches and in order. */
public final class Streams {
  private final TrainedModel model;
  private final Kernels kernels;
  private final int threads;

  /**
   * Streams through one model.
   *
   * @param threads workers; results do not depend on it
   */
  public Streams(TrainedModel model, Kernels kernels, int threads) {
    this.model = model;
    this.kernels = kernels;
    this.threads = threads;
  }

  /** Who takes what was recovered, batch by batch. */
  public interface Receiver {
    /**
     * Takes one batch.
     *
     * @param recovered of the samples {@code [first, first + n)}
     */
    void accept(Recovered recovered, int n, long first);
  }

  /**
   * Recovers all samples.
   *
   * @param progress hears how many samples are done
   * @throws InputException where the samples have another shape than those of the training
   */
  public void recover(
      Samples samples, RecoveryOptions options, Receiver receiver, LongConsumer progress) {
    checkShape(samples);
    try (WorkerTeam team = new WorkerTeam(threads)) {
      BatchRunner.run(
          model,
          kernels,
          team,
          samples,
          (recovery, values, n, first) -> recovery.recover(values, 0, n, first, options),
          (recovered, values, n, first) -> receiver.accept(recovered, n, first),
          progress);
    }
  }

  /** Writes the posterior mean of each sample, {@code [latent]} values, to a sink. */
  public void encode(Samples samples, SampleSink sink, LongConsumer progress) {
    checkShape(samples);
    try (WorkerTeam team = new WorkerTeam(threads)) {
      BatchRunner.run(
          model,
          kernels,
          team,
          samples,
          (recovery, values, n, first) -> recovery.encode(values, 0, n),
          (means, values, n, first) -> sink.write(means, 0, n),
          progress);
    }
  }

  /** Writes {@code count} new samples to a sink. */
  public void generate(
      long count, int passes, boolean recycle, long seed, SampleSink sink, LongConsumer progress) {
    Recovery recovery = new Recovery(model, kernels);
    for (long first = 0; first < count; first += recovery.capacity()) {
      int n = (int) Math.min(recovery.capacity(), count - first);
      sink.write(recovery.generate(n, first, passes, recycle, seed), 0, n);
      progress.accept(first + n);
    }
  }

  private void checkShape(Samples samples) {
    if (!samples.shape().equals(model.shape())) {
      throw new InputException(
          "%s: samples of %s, but the model was trained on %s; give it data of that shape, or train a model on these"
              .formatted(samples.source(), samples.shape(), model.shape()));
    }
  }
}
