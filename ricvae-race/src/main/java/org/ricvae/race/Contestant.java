package org.ricvae.race;

import java.util.List;

/** An engine, prepared for a cell. */
interface Contestant extends AutoCloseable {
  /** Trains for a number of steps. */
  void run(int steps);

  /**
   * The loss of a batch with given noise, and its gradients: of each layer's weights {@code [in ×
   * out]}, then its biases. Then it updates the parameters with them. Null if this is no whole
   * step, and there is nothing to check.
   */
  Answer check(Reference.Batch batch);

  @Override
  void close();

  /** A loss and its gradients. */
  record Answer(double loss, List<float[]> values) {}
}
