package org.ricvae.paper.lab;

import java.util.List;
import org.ricvae.data.Samples;

/**
 * Samples of which it is known which are outliers.
 *
 * @param name for tables
 * @param samples the data
 * @param outlier one a sample
 * @param fingerprint of the values, for the settings of a {@link Cell}
 */
public record LabelledSet(String name, Samples samples, List<Boolean> outlier, String fingerprint) {
  /** Copies the labels. */
  public LabelledSet {
    outlier = List.copyOf(outlier);
  }
}
