package org.ricvae.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;
import org.ricvae.format.WriteOptions;
import picocli.CommandLine.Option;

/** Where results are written. Nothing is replaced unless the user says so. */
public final class Writing {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description =
          "Where to write; for data, the ending names the format: .npy, .npz, .mat, .idx, .idx.gz; a folder of PNG files has none.")
  Path output;

  @Option(names = "--overwrite", description = "Replace what is there already.")
  boolean overwrite;

  private final Set<Path> taken = new HashSet<>();

  /** The place that was given. */
  public Path output() {
    return output;
  }

  /** Creates the output for data of the input's shape, count and, in a folder, names. */
  public SampleSink create(Samples input, ValueType type) {
    return create(output, input, type);
  }

  /**
   * The same at a further place.
   *
   * @param place null where the user did not ask for this output
   */
  public SampleSink create(Path place, Samples input, ValueType type) {
    if (place == null) {
      return new Nowhere();
    }
    take(place);
    WriteOptions options = new WriteOptions(overwrite, DataFiles.names(input));
    return DataFiles.create(place, input.shape(), type, input.count(), options);
  }

  /** Creates the output for data of another shape or count. */
  public SampleSink create(SampleShape shape, ValueType type, long count) {
    take(output);
    return DataFiles.create(output, shape, type, count, new WriteOptions(overwrite, List.of()));
  }

  /**
   * The output as a single file that {@link DataFiles} does not write.
   *
   * @throws InputException where it is there already and must not be replaced
   */
  public Path file() {
    take(output);
    return output;
  }

  private void take(Path place) {
    if (Files.isRegularFile(place) && !overwrite) {
      throw new InputException(
          "%s is there already; choose another name, or --overwrite it".formatted(place));
    }
    if (!taken.add(place.toAbsolutePath().normalize())) {
      throw new InputException(
          "%s is named for two outputs; give each a name of its own".formatted(place));
    }
  }

  /** Takes what nobody asked for. */
  private static final class Nowhere implements SampleSink {
    @Override
    public void write(float[] values, int offset, int n) {}

    @Override
    public void commit() {}

    @Override
    public void close() {}
  }
}
