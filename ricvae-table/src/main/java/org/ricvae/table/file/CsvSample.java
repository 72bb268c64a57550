package org.ricvae.table.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.ricvae.data.InputException;

/**
 * The beginning of a CSV, from which its dialect is told.
 *
 * @param path the file, for messages
 * @param bytes unpacked; up to the last line end within {@link #SIZE} bytes, or the whole file
 * @param byteOrderMark whether it begins with that of UTF-8
 */
record CsvSample(Path path, byte[] bytes, boolean byteOrderMark) {
  /** 1 MiB: some thousand rows, and no time to speak of. */
  static final int SIZE = 1 << 20;

  static CsvSample read(Path path) {
    byte[] bytes;
    try (TextInput in = TextInput.open(path)) {
      bytes = in.readNBytes(SIZE);
    } catch (IOException e) {
      throw TextInput.failure(path, e);
    }
    if (bytes.length == 0) {
      throw new InputException("%s is empty; a table needs at least one row".formatted(path));
    }
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      throw new InputException(
          "%s is UTF-16; convert it with iconv -f UTF-16 -t UTF-8".formatted(path));
    }
    return new CsvSample(
        path, bytes.length < SIZE ? bytes : wholeLines(bytes), begins(bytes, 0xEF, 0xBB, 0xBF));
  }

  private static boolean begins(byte[] bytes, int... mark) {
    boolean same = bytes.length >= mark.length;
    for (int i = 0; same && i < mark.length; i++) {
      same = (bytes[i] & 0xFF) == mark[i];
    }
    return same;
  }

  private static byte[] wholeLines(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
      end--;
    }
    return end == 0 ? bytes : Arrays.copyOf(bytes, end);
  }

  /** The number of cells of each record, blank lines left out, up to the first that is no CSV. */
  List<Integer> widths(CsvDialect dialect) {
    List<Integer> widths = new ArrayList<>();
    scan(dialect, scanner -> widths.add(scanner.cells()));
    return widths;
  }

  /** The text of the first record's cells. */
  List<String> firstRecord(CsvDialect dialect) {
    List<String> cells = new ArrayList<>();
    scan(
        dialect,
        scanner -> {
          if (cells.isEmpty()) {
            cells.addAll(scanner.texts());
          }
        });
    return cells;
  }

  /** Whether some cell begins with the byte. */
  boolean anyCellBegins(CsvDialect dialect, byte with) {
    boolean[] found = {false};
    scan(
        dialect,
        scanner -> {
          for (int j = 0; j < scanner.cells(); j++) {
            found[0] |=
                scanner.begin(j) < scanner.end(j) && scanner.bytes()[scanner.begin(j)] == with;
          }
        });
    return found[0];
  }

  private void scan(CsvDialect dialect, Consumer<CsvScanner> record) {
    CsvScanner scanner = new CsvScanner(new ByteArrayInputStream(bytes), dialect, path);
    try {
      while (scanner.next()) {
        if (scanner.cells() > 0) {
          record.accept(scanner);
        }
      }
    } catch (InputException fault) {
      // Of this dialect, or of the cut at the sample's end, or of the file: reading it will tell.
    }
  }
}
