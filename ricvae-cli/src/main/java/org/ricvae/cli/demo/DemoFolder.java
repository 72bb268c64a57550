package org.ricvae.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.format.DataFiles;
import org.ricvae.format.ReadOptions;
import org.ricvae.format.WriteOptions;

/**
 * The folder that the demo fills, and what is in it.
 *
 * @param path of the folder
 */
record DemoFolder(Path path) {
  private static final String IMAGES = "/org/ricvae/demo/fashion-mnist-6000.idx3-ubyte.gz";
  private static final WriteOptions REPLACE = new WriteOptions(true, List.of());

  private static final String MODEL = "model";
  private static final Set<String> OURS =
      Set.of(
          "clean.idx.gz",
          "dirty.idx.gz",
          "mask.idx.gz",
          "cleaned.idx.gz",
          "comparison.png",
          "samples.png",
          "scores.csv",
          "report.html",
          "metrics.json",
          MODEL);

  /**
   * Makes the folder; an earlier demo in it will be replaced.
   *
   * @throws InputException where it cannot be made, or holds something else
   */
  static DemoFolder prepare(Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new InputException("%s is a file; give the demo a folder with -o".formatted(path));
    }
    try {
      Files.createDirectories(path);
      try (Stream<Path> entries = Files.list(path)) {
        Optional<Path> other =
            entries.filter(entry -> !OURS.contains(entry.getFileName().toString())).findFirst();
        if (other.isPresent()) {
          throw new InputException(
              "the folder %s holds something that is not the demo's (%s); give it another one with -o"
                  .formatted(path, other.get().getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DemoFolder(path);
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path model() {
    return path.resolve(MODEL);
  }

  /** Puts the built-in images there. */
  Samples unpackImages() {
    try (InputStream in = DemoFolder.class.getResourceAsStream(IMAGES)) {
      AtomicFile.write(file("clean.idx.gz"), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return open("clean.idx.gz");
  }

  Samples open(String name) {
    return DataFiles.open(file(name), ReadOptions.DEFAULT);
  }

  SampleSink create(String name, Samples like) {
    return DataFiles.create(file(name), like.shape(), ValueType.U8, like.count(), REPLACE);
  }
}
