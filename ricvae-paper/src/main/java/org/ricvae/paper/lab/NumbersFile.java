package org.ricvae.paper.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ricvae.data.AtomicFile;

/** Writes an item's numbers as CSV, a column for every name that occurs, and as JSON. */
final class NumbersFile {
  private NumbersFile() {}

  static void write(Path folder, List<Map<String, Object>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(columns);
    for (Map<String, Object> row : rows) {
      csv.writeRecord(columns.stream().map(column -> field(row.get(column))).toList());
    }
    AtomicFile.write(folder.resolve("numbers.csv"), text.toString().getBytes(UTF_8));
    Json.write(folder.resolve("numbers.json"), Map.of("rows", rows));
  }

  private static String field(Object value) {
    return value == null || value.equals(Double.NaN) ? "" : value.toString();
  }
}
