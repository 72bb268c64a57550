package org.ricvae.table.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.ricvae.data.InputException;

/** Reads {@code changes.csv}, packed or not, one change after the other. */
public final class ChangesReader implements Iterator<Change>, AutoCloseable {
  private final Path path;
  private final CloseableIterator<NamedCsvRecord> records;
  private boolean headerSeen;

  private ChangesReader(Path path) throws IOException {
    this.path = path;
    this.records =
        CsvReader.builder()
            .maxBufferSize(2 * ByteWindow.MAX_RECORD)
            .detectBomHeader(true)
            .ofNamedCsvRecord(
                TextInput.unpacked(path, Files.newInputStream(path)), StandardCharsets.UTF_8)
            .iterator();
  }

  /**
   * Starts before the first change.
   *
   * @throws InputException where the file cannot be read
   */
  public static ChangesReader open(Path path) {
    try {
      return new ChangesReader(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static InputException unreadable(Path path, IOException e) {
    return new InputException(
        "cannot read %s: %s; it must be the list of changes that clean wrote"
            .formatted(path, TextInput.reason(e)),
        e);
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      throw unreadable(path, e.getCause());
    } catch (CsvParseException e) {
      throw new InputException("%s is no list of changes: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * The next change.
   *
   * @throws InputException where the line is none: names the file, the line, and why
   */
  @Override
  public Change next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    NamedCsvRecord record = records.next();
    if (!headerSeen && !record.getHeader().containsAll(ChangesWriter.HEADER)) {
      throw new InputException(
          "%s is no list of changes: its columns are %s, and must be %s"
              .formatted(
                  path,
                  String.join(",", record.getHeader()),
                  String.join(",", ChangesWriter.HEADER)));
    }
    headerSeen = true;
    if (record.getFieldCount() < record.getHeader().size()) {
      throw bad(record, "has only %d cells".formatted(record.getFieldCount()));
    }
    return new Change(
        row(record),
        record.getField("column"),
        orNull(record.getField("old")),
        record.getField("new"),
        score(record),
        orNull(record.getField("low")),
        orNull(record.getField("high")),
        record.getField("reason"),
        record.getField("raw"));
  }

  private long row(NamedCsvRecord record) {
    String text = record.getField("row");
    try {
      long row = Long.parseLong(text);
      if (row >= 1) {
        return row;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw bad(record, "has the row \"%s\", which is no number from 1 on".formatted(text));
  }

  private double score(NamedCsvRecord record) {
    String text = record.getField("score");
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(record, "has the score \"%s\", which is no number".formatted(text));
    }
  }

  private InputException bad(NamedCsvRecord record, String what) {
    return new InputException(
        "%s, line %d: the change %s; take the list as clean wrote it"
            .formatted(path, record.getStartingLineNumber(), what));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
