package org.ricvae.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.train.TrainingData;

/**
 * Rows of which it is known which are outliers.
 *
 * @param name for tables: the file's path below the folder, without its ending
 * @param rows {@code [rows × columns]}; NaN is missing
 * @param outlier the truth, one a row; not copied
 */
public record LabelledTable(String name, Matrix rows, boolean[] outlier) {
  private static final String ENDING = ".npz";

  /**
   * Checks the labels.
   *
   * @throws InputException where their number is not that of the rows, or all are the same
   */
  public LabelledTable {
    if (outlier.length != rows.rows()) {
      throw new InputException(
          "%s: %d labels for %d rows; one a row is needed"
              .formatted(name, outlier.length, rows.rows()));
    }
    int count = count(outlier);
    if (count == 0 || count == outlier.length) {
      throw new InputException(
          "%s: all labels y are %d; both inliers (0) and outliers (1) are needed"
              .formatted(name, count == 0 ? 0 : 1));
    }
  }

  /** How many rows are outliers. */
  public int outliers() {
    return count(outlier);
  }

  /**
   * The sets of a folder and those within it, by path: each {@code .npz} file, with X, a row a
   * sample, and y, 0 for an inlier and 1 for an outlier.
   *
   * @throws InputException where there is none, or one cannot be used
   */
  public static List<LabelledTable> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("there is no folder %s".formatted(folder));
    }
    List<Path> files;
    try (Stream<Path> entries = Files.walk(folder)) {
      files = entries.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new InputException(
          "%s holds no .npz file with X and y; give a folder that does".formatted(folder));
    }
    List<LabelledTable> tables = new ArrayList<>();
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      tables.add(read(path.substring(0, path.length() - ENDING.length()), file));
    }
    return tables;
  }

  private static LabelledTable read(String name, Path file) {
    try (Samples x = member(file, "X");
        Samples y = member(file, "y")) {
      if (x.count() < TrainingData.MIN_SAMPLES) {
        throw new InputException(
            "%s: %d rows; at least %d are needed"
                .formatted(file, x.count(), TrainingData.MIN_SAMPLES));
      }
      if (y.count() != x.count() || y.shape().size() != 1) {
        throw new InputException(
            "%s: y holds %d x %s labels for the %d rows of X; one a row is needed"
                .formatted(file, y.count(), y.shape(), x.count()));
      }
      return new LabelledTable(name, matrix(file, x), outlier(file, y));
    }
  }

  private static Samples member(Path file, String name) {
    return DataFiles.open(file, ReadOptions.DEFAULT.withMember(name));
  }

  private static Matrix matrix(Path file, Samples x) {
    int columns = x.shape().size();
    double[] values = new double[Math.toIntExact(Math.multiplyExact(x.count(), columns))];
    float[] row = new float[columns];
    for (int i = 0; i < x.count(); i++) {
      x.read(i, 1, row, 0);
      for (int j = 0; j < columns; j++) {
        if (Float.isInfinite(row[j])) {
          throw new InputException(
              "%s: X[%d, %d] is infinite; allowed are finite numbers, and NaN for missing"
                  .formatted(file, i, j));
        }
        values[i * columns + j] = row[j];
      }
    }
    return new Matrix((int) x.count(), columns, values);
  }

  private static boolean[] outlier(Path file, Samples y) {
    float[] labels = new float[Math.toIntExact(y.count())];
    y.read(0, labels.length, labels, 0);
    boolean[] outlier = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != 0 && labels[i] != 1) {
        throw new InputException(
            "%s: y[%d] is %s; allowed are 0 (inlier) and 1 (outlier)"
                .formatted(file, i, labels[i]));
      }
      outlier[i] = labels[i] == 1;
    }
    return outlier;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
