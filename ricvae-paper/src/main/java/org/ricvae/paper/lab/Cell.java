package org.ricvae.paper.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The smallest piece of an experiment that is run and kept on its own: one method on one data set
 * with one seed.
 *
 * @param key unique within the item; the name of its file: letters, digits, and {@code . _ -}
 * @param cost estimated seconds of one core, at least 1
 * @param settings everything that the result depends on: fingerprint of the data, corruption, seed,
 *     method, its options as text, version of the recipe
 * @param work computes the result
 */
public record Cell(String key, long cost, Map<String, ?> settings, Work work) {
  /**
   * Copies the settings, in their order.
   *
   * @throws IllegalArgumentException where the key is no name of a file
   */
  public Cell {
    if (!key.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*") || cost < 1) {
      throw new IllegalArgumentException("cell '%s' of cost %d".formatted(key, cost));
    }
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
