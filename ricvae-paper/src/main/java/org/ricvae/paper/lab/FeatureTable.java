package org.ricvae.paper.lab;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;

/**
 * Samples and labels as a file holds them; nothing is checked yet but that they are numbers.
 *
 * @param samples the data
 * @param labels one a sample
 */
record FeatureTable(Samples samples, float[] labels) {
  private static final String LABEL = "y";

  /**
   * A CSV table with a header: the labels in column y, the values in all others.
   *
   * @throws InputException where it is no such table
   */
  static FeatureTable csv(Path file) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = reader.stream().toList();
      List<String> columns =
          rows.stream()
              .limit(1)
              .flatMap(row -> row.getHeader().stream())
              .filter(column -> !column.equals(LABEL))
              .toList();
      if (columns.isEmpty() || !rows.get(0).getHeader().contains(LABEL)) {
        throw new InputException(
            "--features %s: a header with a column %s, other columns and rows are needed"
                .formatted(file, LABEL));
      }
      float[] values = new float[rows.size() * columns.size()];
      float[] labels = new float[rows.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = number(file, rows.get(i), LABEL);
        for (int j = 0; j < columns.size(); j++) {
          values[i * columns.size() + j] = number(file, rows.get(i), columns.get(j));
        }
      }
      return new FeatureTable(Samples.of(SampleShape.vector(columns.size()), values), labels);
    } catch (CsvParseException e) {
      throw new InputException(
          "--features %s is no CSV table: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float number(Path file, NamedCsvRecord row, String column) {
    String text = row.findField(column).orElse("").strip();
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          "--features %s, line %d, column %s: '%s' is not a number"
              .formatted(file, row.getStartingLineNumber(), column, text),
          e);
    }
  }
}
