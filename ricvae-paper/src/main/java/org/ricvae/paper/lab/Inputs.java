package org.ricvae.paper.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.train.TrainingData;

/** The data sets of the experiments, each opened and checked when it is first asked for. */
public final class Inputs {
  /** A Frey face: 28 rows of 20 pixels. */
  public static final SampleShape FREY = new SampleShape(28, 20, 1);

  /** A digit: 28 rows of 28 pixels. */
  public static final SampleShape DIGIT = new SampleShape(28, 28, 1);

  private final PaperOptions options;
  private Images frey;
  private Digits mnist;
  private LabelledSet pneumonia;
  private List<LabelledSet> features;

  /** What the options name; nothing is opened yet. */
  public Inputs(PaperOptions options) {
    this.options = options;
  }

  /**
   * The Frey faces.
   *
   * @throws InputException where the file cannot be read, or holds no 8-bit images of 28 x 20
   */
  public synchronized Images frey() {
    if (frey == null) {
      Path file = options.frey().orElseThrow();
      try (Samples samples = DataFiles.open(file, ReadOptions.DEFAULT.withShape(FREY))) {
        frey = enough(Images.copy(samples, "--frey"), file);
      } catch (InputException e) {
        throw new InputException(
            "%s; for --frey an array of 28x20 images is needed".formatted(e.getMessage()), e);
      }
    }
    return frey;
  }

  private static Images enough(Images images, Path file) {
    if (images.count() < TrainingData.MIN_SAMPLES) {
      throw new InputException(
          "%s holds %d images; at least %d are needed"
              .formatted(file, images.count(), TrainingData.MIN_SAMPLES));
    }
    return images;
  }

  /**
   * MNIST, whole.
   *
   * @throws InputException where one of the four files is missing or does not fit the others
   */
  public synchronized Digits mnist() {
    if (mnist == null) {
      Path folder = options.mnist().orElseThrow();
      IdxFolder files = new IdxFolder(folder, "--mnist");
      Images train = files.images("train-images-idx3-ubyte", DIGIT);
      Images test = files.images("t10k-images-idx3-ubyte", DIGIT);
      mnist =
          new Digits(
              enough(train, folder),
              files.labels("train-labels-idx1-ubyte", train.count(), 9),
              enough(test, folder),
              files.labels("t10k-labels-idx1-ubyte", test.count(), 9));
    }
    return mnist;
  }

  /**
   * Chest X-rays; those with pneumonia (label 1) are the outliers.
   *
   * @throws InputException where a file is missing, or the labels do not fit the images
   */
  public synchronized LabelledSet pneumonia() {
    if (pneumonia == null) {
      IdxFolder files = new IdxFolder(options.pneumonia().orElseThrow(), "--pneumonia");
      Images images = files.images("train-images-idx3-ubyte", DIGIT);
      List<Boolean> outlier =
          files.labels("train-labels-idx1-ubyte", images.count(), 1).stream()
              .map(label -> label == 1)
              .toList();
      pneumonia = new LabelledSet("pneumonia", images.samples(), outlier, images.fingerprint());
    }
    return pneumonia;
  }

  /**
   * The labelled sets of all {@code --features} folders, folder by folder, by name.
   *
   * @throws InputException where a folder holds none, one cannot be used, or two folders have the
   *     same name, by which tables tell them apart
   */
  public synchronized List<LabelledSet> features() {
    if (features == null) {
      Set<Path> names = new HashSet<>();
      List<LabelledSet> all = new ArrayList<>();
      for (Path folder : options.features()) {
        if (!names.add(folder.toAbsolutePath().normalize().getFileName())) {
          throw new InputException(
              "--features %s: another folder given is called the same; rename one"
                  .formatted(folder));
        }
        all.addAll(FeatureSet.folder(folder));
      }
      features = List.copyOf(all);
    }
    return features;
  }
}
