package org.ricvae.evaluate.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ricvae.data.InputException;

/**
 * A real dirty table and its truth, as texts. A cell is wrong where its two texts differ.
 *
 * @param name of the folder
 * @param columns the dirty file's header; the clean one may name them otherwise
 * @param dirty rows of cells
 * @param clean the same rows and columns, in the same order
 */
public record DirtyTable(
    String name, List<String> columns, List<List<String>> dirty, List<List<String>> clean) {
  static final String DIRTY = "dirty.csv";

  /**
   * Copies the rows.
   *
   * @throws InputException where the two tables are not of one size, or have no cell
   */
  public DirtyTable {
    columns = List.copyOf(columns);
    dirty = dirty.stream().map(List::copyOf).toList();
    clean = clean.stream().map(List::copyOf).toList();
    if (columns.isEmpty() || dirty.isEmpty() || dirty.size() != clean.size()) {
      throw new InputException(
          "%s: %d columns, %d dirty rows and %d clean ones; the same rows, at least one, are needed in both"
              .formatted(name, columns.size(), dirty.size(), clean.size()));
    }
    requireWidth(name, "dirty", columns.size(), dirty);
    requireWidth(name, "clean", columns.size(), clean);
  }

  private static void requireWidth(
      String name, String which, int columns, List<List<String>> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != columns) {
        throw new InputException(
            "%s: row %d of the %s table has %d cells where the header has %d"
                .formatted(name, i + 1, which, rows.get(i).size(), columns));
      }
    }
  }

  /** Whether a cell is wrong. */
  public boolean isWrong(int row, int column) {
    return !dirty.get(row).get(column).equals(clean.get(row).get(column));
  }

  /** How many cells are wrong. */
  public int wrongCells() {
    int count = 0;
    for (int i = 0; i < dirty.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        count += isWrong(i, j) ? 1 : 0;
      }
    }
    return count;
  }

  /**
   * Reads {@code dirty.csv} and {@code clean.csv} of a folder: UTF-8 with or without a byte-order
   * mark, comma separated, a header each.
   *
   * @throws InputException where they cannot be read, or do not fit each other
   */
  public static DirtyTable read(Path folder) {
    List<List<String>> dirty = rows(folder.resolve(DIRTY));
    List<List<String>> clean = rows(folder.resolve("clean.csv"));
    return new DirtyTable(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        dirty.get(0),
        dirty.subList(1, dirty.size()),
        clean.subList(1, clean.size()));
  }

  /**
   * The tables of a folder's folders that have a {@code dirty.csv}, by name.
   *
   * @throws InputException where there is none, or one cannot be used
   */
  public static List<DirtyTable> folder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException("there is no folder %s".formatted(folder));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<DirtyTable> tables = new ArrayList<>();
      for (Path entry : entries.sorted().toList()) {
        if (Files.isRegularFile(entry.resolve(DIRTY))) {
          tables.add(read(entry));
        }
      }
      if (tables.isEmpty()) {
        throw new InputException(
            "%s holds no folder with dirty.csv and clean.csv; give one that does"
                .formatted(folder));
      }
      return tables;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "there is no file %s; a dirty table needs dirty.csv and clean.csv".formatted(file));
    }
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().detectBomHeader(true).ofCsvRecord(file)) {
      List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
      if (rows.isEmpty()) {
        throw new InputException("%s is empty; a header and rows are needed".formatted(file));
      }
      return rows;
    } catch (CsvParseException e) {
      throw new InputException("%s is no CSV table: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
