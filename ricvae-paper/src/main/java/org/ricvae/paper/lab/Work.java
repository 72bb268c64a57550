package org.ricvae.paper.lab;

import java.util.Map;
import java.util.function.DoubleConsumer;

/** What a {@link Cell} does. */
@FunctionalInterface
public interface Work {
  /**
   * Does it, on one thread; nothing but the cell's settings may influence the result.
   *
   * @param progress may be told which share of the work is done, 0 to 1
   * @return numbers, texts, and {@code List}s of them, by name; small, for they are kept as JSON
   */
  Map<String, ?> run(DoubleConsumer progress);
}
