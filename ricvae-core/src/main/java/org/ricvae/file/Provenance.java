package org.ricvae.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from: enough to make it again.
 *
 * @param version of ricvae
 * @param options every option of the fit, by name
 * @param dataSource path or name of the training data
 * @param dataCount samples in them
 * @param dataFingerprint of their values, hexadecimal
 * @param kernel which kernels ran
 * @param jvm which JVM ran them
 * @param epochs trained
 * @param complete whether the plan was fulfilled, or the training was interrupted
 * @param activeDimensions latent dimensions that carry information
 * @param epsilon what was used: the constant, or the factor if relative; NaN where there is none
 * @param candidates what the choice of ε tried, a row a candidate; empty without a choice
 */
public record Provenance(
    String version,
    Map<String, String> options,
    String dataSource,
    long dataCount,
    String dataFingerprint,
    String kernel,
    String jvm,
    int epochs,
    boolean complete,
    int activeDimensions,
    double epsilon,
    List<Map<String, String>> candidates) {
  /** Copies the maps, in their order. */
  public Provenance {
    options = ordered(options);
    candidates = candidates.stream().map(Provenance::ordered).toList();
  }

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
