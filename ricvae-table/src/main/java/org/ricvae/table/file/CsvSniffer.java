package org.ricvae.table.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds how a CSV is written: by DuckDB's {@code sniff_csv} on its beginning, and by counting where
 * that fails or finds a single column in what has several (it does so for ragged rows).
 */
final class CsvSniffer {
  private static final List<Byte> DELIMITERS =
      List.of((byte) ',', (byte) ';', (byte) '\t', (byte) '|');

  private CsvSniffer() {}

  /** What DuckDB says: the dialect, and of how many columns. */
  private record Sniffed(CsvDialect dialect, int columns) {}

  static CsvDialect sniff(CsvSample sample, CsvOptions options) {
    Optional<CsvDialect> given =
        options.delimiter().map(c -> CsvDialect.standard((byte) c.charValue()));
    CsvDialect found;
    if (given.isPresent() && options.header().isPresent()) {
      found = given.get();
    } else {
      found =
          duck(sample, options)
              .filter(sniffed -> plausible(sniffed, sample))
              .map(sniffed -> withPlainHeader(sniffed.dialect(), sample))
              .orElseGet(() -> counted(sample, given));
    }
    return options.header().map(found::withHeader).orElse(found);
  }

  private static Optional<Sniffed> duck(CsvSample sample, CsvOptions options) {
    try (Duck duck = new Duck()) {
      Path file = duck.file("sample.csv");
      Files.write(file, sample.bytes());
      String delimiter =
          options.delimiter().map(c -> ", delim = " + Duck.text(c.toString())).orElse("");
      return duck.query(
          "SELECT Delimiter, Quote, Escape, HasHeader, len(Columns) FROM sniff_csv(%s%s)"
              .formatted(Duck.text(file.toString()), delimiter),
          rows ->
              rows.next()
                  ? sniffed(
                      sample,
                      rows.getString(1),
                      rows.getString(2),
                      rows.getString(3),
                      rows.getBoolean(4),
                      rows.getInt(5))
                  : Optional.empty());
    } catch (SQLException | IOException | LinkageError notFound) {
      // The sample is no CSV to DuckDB, or its library does not run on this machine.
      return Optional.empty();
    }
  }

  private static Optional<Sniffed> sniffed(
      CsvSample sample,
      String delimiter,
      String quote,
      String escape,
      boolean header,
      int columns) {
    if (delimiter.length() != 1 || delimiter.charAt(0) > 126) {
      return Optional.empty();
    }
    byte between = (byte) delimiter.charAt(0);
    CsvDialect dialect = CsvDialect.standard(between).withHeader(header);
    if (quote.length() == 1 && quote.charAt(0) <= 126) {
      byte q = (byte) quote.charAt(0);
      dialect = new CsvDialect(between, q, escape.equals("\\") ? (byte) '\\' : q, header);
    } else {
      // No quotes in the sample, or some that open nothing; in the first case they may come later.
      CsvDialect none = new CsvDialect(between, (byte) 0, (byte) 0, header);
      dialect = sample.anyCellBegins(none, (byte) '"') ? none : dialect;
    }
    return Optional.of(new Sniffed(dialect, columns));
  }

  private static boolean plausible(Sniffed sniffed, CsvSample sample) {
    List<Integer> widths = sample.widths(sniffed.dialect());
    return !widths.isEmpty()
        && widths.get(0) == sniffed.columns()
        && (sniffed.columns() > 1 || widest(sample) == 1);
  }

  /** DuckDB takes 1,2.5 above 3,4 for names, since 2.5 is no whole number. */
  private static CsvDialect withPlainHeader(CsvDialect dialect, CsvSample sample) {
    boolean numbers =
        sample.firstRecord(dialect).stream().allMatch(cell -> cell.isEmpty() || isNumber(cell));
    return dialect.withHeader(dialect.header() && !numbers);
  }

  private static int widest(CsvSample sample) {
    return DELIMITERS.stream()
        .mapToInt(d -> sample.firstRecord(CsvDialect.standard(d)).size())
        .max()
        .orElse(1);
  }

  /** The delimiter with which the most records have the same number of cells, above one. */
  private static CsvDialect counted(CsvSample sample, Optional<CsvDialect> given) {
    CsvDialect best =
        CsvDialect.standard(
            TableFormat.ending(sample.path()).equals(".tsv") ? (byte) '\t' : (byte) ',');
    long most = 0;
    for (byte delimiter : DELIMITERS) {
      CsvDialect dialect = CsvDialect.standard(delimiter);
      long same =
          sample.widths(dialect).stream()
              .filter(width -> width > 1)
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
              .values()
              .stream()
              .max(Long::compare)
              .orElse(0L);
      if (same > most) {
        most = same;
        best = dialect;
      }
    }
    CsvDialect dialect = given.orElse(best);
    return dialect.withHeader(sample.firstRecord(dialect).stream().noneMatch(CsvSniffer::isNumber));
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
