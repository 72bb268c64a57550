package org.ricvae.paper.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.data.DataProfile;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.train.TrainingData;

/**
 * Reads labelled sets: {@code .npz} (as ADBench keeps them) and {@code .mat} files (as ODDS does)
 * with X, a sample a row, and y, 0 for an inlier and 1 for an outlier; and {@code .csv} tables with
 * a header, one of whose columns is called y.
 */
final class FeatureSet {
  private static final List<String> ENDINGS = List.of(".npz", ".mat", ".csv");

  private FeatureSet() {}

  /**
   * All sets of a folder, by name; each is called FOLDER/FILE.
   *
   * @throws InputException where there is none, or one cannot be used
   */
  static List<LabelledSet> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("--features %s: there is no such folder".formatted(folder));
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> !ending(file).isEmpty()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new InputException(
          "--features %s holds no .npz or .mat file with X and y, nor a .csv table with a column y"
              .formatted(folder));
    }
    Path group = folder.toAbsolutePath().normalize().getFileName();
    return files.stream().map(file -> open(group + "/" + bareName(file), file)).toList();
  }

  private static String ending(Path file) {
    return ENDINGS.stream().filter(e -> file.toString().endsWith(e)).findFirst().orElse("");
  }

  private static String bareName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ending(file).length());
  }

  /**
   * One set, in memory.
   *
   * @throws InputException where X holds no numbers to learn from, or y does not label each sample
   *     0 or 1, both of which must occur
   */
  static LabelledSet open(String name, Path file) {
    boolean table = ending(file).equals(".csv");
    FeatureTable read = table ? FeatureTable.csv(file) : arrays(file);
    requireUsable(file, read.samples());
    String fingerprint = "%016x".formatted(DataProfile.of(read.samples()).fingerprint());
    return new LabelledSet(name, read.samples(), outliers(file, read), fingerprint);
  }

  private static FeatureTable arrays(Path file) {
    try (Samples x = member(file, "X");
        Samples y = member(file, "y")) {
      if (y.count() != x.count() || y.shape().size() != 1) {
        throw new InputException(
            "--features %s: y holds %d x %s labels for the %d samples of X; one a sample is needed"
                .formatted(file, y.count(), y.shape(), x.count()));
      }
      return new FeatureTable(Samples.of(x.shape(), all(x)), all(y));
    }
  }

  private static Samples member(Path file, String name) {
    try {
      return DataFiles.open(file, ReadOptions.DEFAULT.withMember(name));
    } catch (InputException e) {
      throw new InputException(
          "%s; for --features an array X of samples and y of labels are needed"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static float[] all(Samples samples) {
    int n = Math.toIntExact(samples.count());
    float[] values = new float[Math.multiplyExact(n, samples.shape().size())];
    samples.read(0, n, values, 0);
    return values;
  }

  private static void requireUsable(Path file, Samples samples) {
    if (samples.count() < TrainingData.MIN_SAMPLES) {
      throw new InputException(
          "--features %s: %d samples; at least %d are needed"
              .formatted(file, samples.count(), TrainingData.MIN_SAMPLES));
    }
    float[] values = all(samples);
    boolean varies = false;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new InputException(
            "--features %s: value %d of sample %d is %s; only finite numbers are allowed, so fill it in or leave the sample out"
                .formatted(
                    file, i % samples.shape().size(), i / samples.shape().size(), values[i]));
      }
      varies |= values[i] != values[i % samples.shape().size()];
    }
    if (!varies) {
      throw new InputException(
          "--features %s: all samples are the same; there is nothing to learn".formatted(file));
    }
  }

  private static List<Boolean> outliers(Path file, FeatureTable read) {
    List<Boolean> outlier = new ArrayList<>();
    for (float label : read.labels()) {
      if (label != 0 && label != 1) {
        throw new InputException(
            "--features %s: label %d is %s; allowed are 0 (inlier) and 1 (outlier)"
                .formatted(file, outlier.size(), label));
      }
      outlier.add(label == 1);
    }
    if (!outlier.contains(true) || !outlier.contains(false)) {
      throw new InputException(
          "--features %s: all labels are %s; both inliers (0) and outliers (1) are needed"
              .formatted(file, outlier.get(0) ? 1 : 0));
    }
    return outlier;
  }
}
