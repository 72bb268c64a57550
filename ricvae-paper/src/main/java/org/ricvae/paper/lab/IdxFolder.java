package org.ricvae.paper.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;

/**
 * A folder of IDX files under the names that MNIST gave them, packed or not.
 *
 * @param folder where they are
 * @param option under which the user gave it
 */
record IdxFolder(Path folder, String option) {

  private Path file(String name) {
    for (String ending : List.of("", ".gz")) {
      Path file = folder.resolve(name + ending);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new InputException(
        "%s %s: there is no %s in it, nor %s.gz".formatted(option, folder, name, name));
  }

  Images images(String name, SampleShape shape) {
    Path file = file(name);
    try (Samples samples = DataFiles.open(file, ReadOptions.DEFAULT)) {
      if (!samples.shape().equals(shape)) {
        throw new InputException(
            "%s %s holds samples of %s; images of %s are needed"
                .formatted(option, file, samples.shape(), shape));
      }
      return Images.copy(samples, option);
    }
  }

  /** One label an image, 0..max. */
  List<Integer> labels(String name, int count, int max) {
    Path file = file(name);
    try (Samples samples = DataFiles.open(file, ReadOptions.DEFAULT)) {
      if (samples.shape().size() != 1 || samples.count() != count) {
        throw new InputException(
            "%s %s holds %d x %s numbers; one label for each of the %d images is needed"
                .formatted(option, file, samples.count(), samples.shape(), count));
      }
      float[] values = new float[count];
      samples.read(0, count, values, 0);
      List<Integer> labels = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int label = Math.round(values[i]);
        if (label != values[i] || label < 0 || label > max) {
          throw new InputException(
              "%s %s: label %d is %s; allowed are 0 to %d"
                  .formatted(option, file, i, values[i], max));
        }
        labels.add(label);
      }
      return labels;
    }
  }
}
