package org.ricvae.cli;

import java.nio.file.Path;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;

/** Labels of samples: a number each, in a column or a row of any format. */
final class Labels {
  private Labels() {}

  /**
   * Reads which samples are outliers: those whose label is not 0.
   *
   * @throws InputException where there is not one label a sample
   */
  static boolean[] read(Path file, long count) {
    try (Samples labels = DataFiles.open(file, ReadOptions.DEFAULT)) {
      long n = labels.count() * labels.shape().size();
      if (n != count || (labels.count() != 1 && labels.shape().size() != 1)) {
        throw new InputException(
            "%s holds %d x %s numbers, but the data %d samples: one label a sample is needed"
                .formatted(file, labels.count(), labels.shape(), count));
      }
      float[] values = new float[(int) n];
      labels.read(0, (int) labels.count(), values, 0);
      boolean[] outlier = new boolean[values.length];
      for (int i = 0; i < outlier.length; i++) {
        if (Float.isNaN(values[i])) {
          throw new InputException(
              "%s: label %d is not a number; allowed are 0 and others".formatted(file, i));
        }
        outlier[i] = values[i] != 0;
      }
      return outlier;
    }
  }
}
