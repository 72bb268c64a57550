package org.ricvae.paper.lab;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The results of cells, by key; those that failed are not among them. */
public final class Outcomes {
  private final Map<String, Outcome> byKey;

  /** Results by the key of their cell. */
  public Outcomes(Map<String, Outcome> byKey) {
    this.byKey = Map.copyOf(byKey);
  }

  /** No results. */
  public static Outcomes none() {
    return new Outcomes(Map.of());
  }

  /** The result of a cell, if there is one. */
  public Optional<Outcome> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** These results and others. */
  public Outcomes and(Outcomes others) {
    Map<String, Outcome> all = new LinkedHashMap<>(byKey);
    all.putAll(others.byKey);
    return new Outcomes(all);
  }
}
