package org.ricvae.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.format.ReadOptions.Axis;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How data are read where their file does not say it. */
public final class Reading {
  @Option(
      names = "--shape",
      paramLabel = "ROWSxCOLUMNS",
      description =
          "Shape of an image where the file holds flat rows: 28x20, or 28x20x3 in colour.")
  SampleShape shape;

  @Option(
      names = "--column-major",
      description = "Flat images are stored column by column, as MATLAB does; needs --shape.")
  boolean columnMajor;

  @ArgGroup Samplewise samplewise = new Samplewise();

  @Option(
      names = {"--variable", "--member"},
      paramLabel = "NAME",
      description = "Which array of a .mat or .npz file to read.")
  String member;

  @Option(
      names = "--resize",
      paramLabel = "ROWSxCOLUMNS",
      description = "Bring image files to this size.")
  ReadOptions.Size resize;

  /** Along which dimension the samples lie. */
  static final class Samplewise {
    @Option(names = "--rows", description = "The rows of a table are the samples.")
    boolean rows;

    @Option(names = "--columns", description = "The columns of a table are the samples.")
    boolean columns;
  }

  /** Opens a data set as the options say. */
  public Samples open(Path path, Consumer<String> notes) {
    return DataFiles.open(path, options(), notes);
  }

  /**
   * Opens one of several data sets of different kinds: what an option says goes for those of them
   * that it can apply to, the shape for those that hold no images yet.
   */
  public Samples openAsFits(Path path, Consumer<String> notes) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean images = Files.isDirectory(path) || name.matches(".*\\.(png|jpe?g|tiff?|bmp)");
    boolean archive = name.matches(".*\\.(mat|npz)");
    ReadOptions own =
        new ReadOptions(
            Optional.empty(),
            axis(),
            false,
            Optional.ofNullable(archive ? member : null),
            Optional.ofNullable(images ? resize : null));
    if (images || shape == null) {
      return DataFiles.open(path, own, notes);
    }
    Samples samples = DataFiles.open(path, own, note -> {});
    if (samples.shape().isImage() && samples.shape().size() == shape.size()) {
      return samples;
    }
    samples.close();
    return DataFiles.open(path, own.withShape(shape).withColumnMajor(columnMajor), notes);
  }

  private ReadOptions options() {
    return new ReadOptions(
        Optional.ofNullable(shape),
        axis(),
        columnMajor,
        Optional.ofNullable(member),
        Optional.ofNullable(resize));
  }

  private Axis axis() {
    return samplewise.rows ? Axis.FIRST : samplewise.columns ? Axis.LAST : Axis.AUTO;
  }
}
