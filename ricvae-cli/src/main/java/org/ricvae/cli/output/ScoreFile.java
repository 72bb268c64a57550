package org.ricvae.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;

/** A table of scores as CSV: {@code sample,score,flag}. Appears whole or not at all. */
public final class ScoreFile implements AutoCloseable {
  private final AtomicFile file;
  private final CsvWriter csv;
  private final List<String> names;
  private final double threshold;
  private long samples;
  private long flagged;

  /**
   * @param input whose samples are scored; they are called as their image files are, otherwise by
   *     their number from 0
   * @param threshold a sample is flagged if its score exceeds this
   */
  public ScoreFile(Path path, Samples input, double threshold) {
    this.threshold = threshold;
    names = DataFiles.names(input);
    file = AtomicFile.open(path);
    Writer writer = Channels.newWriter(file.channel(), StandardCharsets.UTF_8);
    csv = CsvWriter.builder().build(writer);
    write("sample", "score", "flag");
  }

  /** Adds the next samples. */
  public void write(double[] scores) {
    for (double score : scores) {
      boolean flag = score > threshold;
      String name = names.isEmpty() ? Long.toString(samples) : names.get((int) samples);
      write(name, Double.toString(score), flag ? "1" : "0");
      samples++;
      flagged += flag ? 1 : 0;
    }
  }

  private void write(String... fields) {
    try {
      csv.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw file.failure(e.getCause());
    }
  }

  /** How many samples were written. */
  public long samples() {
    return samples;
  }

  /** How many of them are flagged. */
  public long flagged() {
    return flagged;
  }

  /** Ends the file and gives it its name. */
  public void commit() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw file.failure(e);
    }
    file.commit();
  }

  @Override
  public void close() {
    file.close();
  }
}
