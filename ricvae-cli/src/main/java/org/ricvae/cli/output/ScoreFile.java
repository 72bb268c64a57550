package org.ricvae.cli.output;

import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.table.file.CsvOutput;

/** A table of scores as CSV: {@code sample,score,flag}. Appears whole or not at all. */
public final class ScoreFile implements AutoCloseable {
  private final CsvOutput csv;
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
    csv = new CsvOutput(path, ',', List.of("sample", "score", "flag"));
  }

  /** Adds the next samples. */
  public void write(double[] scores) {
    for (double score : scores) {
      boolean flag = score > threshold;
      String name = names.isEmpty() ? Long.toString(samples) : names.get((int) samples);
      csv.write(List.of(name, Double.toString(score), flag ? "1" : "0"));
      samples++;
      flagged += flag ? 1 : 0;
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
    csv.commit();
  }

  @Override
  public void close() {
    csv.close();
  }
}
