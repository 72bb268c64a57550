package org.ricvae.use;

import java.util.function.LongConsumer;
import org.ricvae.data.Samples;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;

/**
 * Takes a data set through a function of a batch, several batches at a time, and hands the results
 * on in the order of the samples. Memory does not grow with the data.
 */
final class BatchRunner {
  /** What a worker does with a batch. */
  interface Work<T> {
    /**
     * Works on one batch.
     *
     * @param values {@code [n × size]}
     * @param first number of the first sample
     */
    T run(Recovery recovery, float[] values, int n, long first);
  }

  /** Who takes the results, in order, on the caller's thread. */
  interface Sink<T> {
    void accept(T result, float[] values, int n, long first);
  }

  private BatchRunner() {}

  static <T> void run(
      TrainedModel model,
      Kernels kernels,
      WorkerTeam team,
      Samples samples,
      Work<T> work,
      Sink<T> sink,
      LongConsumer progress) {
    int size = model.shape().size();
    int workers = team.size();
    Recovery[] recoveries = new Recovery[workers];
    float[][] values = new float[workers][];
    Object[] results = new Object[workers];
    for (int i = 0; i < workers; i++) {
      recoveries[i] = new Recovery(model, kernels);
      values[i] = new float[recoveries[i].capacity() * size];
    }
    int capacity = recoveries[0].capacity();
    for (long start = 0; start < samples.count(); start += (long) capacity * workers) {
      long from = start;
      team.run(
          worker -> {
            int n = (int) Math.min(capacity, samples.count() - from - (long) worker * capacity);
            if (n > 0) {
              long first = from + (long) worker * capacity;
              samples.read(first, n, values[worker], 0);
              results[worker] = work.run(recoveries[worker], values[worker], n, first);
            }
          });
      for (int worker = 0; worker < workers; worker++) {
        long first = from + (long) worker * capacity;
        int n = (int) Math.min(capacity, samples.count() - first);
        if (n > 0) {
          @SuppressWarnings("unchecked")
          T result = (T) results[worker];
          sink.accept(result, values[worker], n, first);
          progress.accept(first + n);
        }
      }
    }
  }
}
