package org.ricvae.table.schema;

import java.util.List;
import org.ricvae.table.file.Column;

/** Says what a column is from what was seen of it. */
final class FieldFinder {
  /** Share of a column's cells that must be numbers, or dates, for the others to be errors. */
  static final double MOSTLY = 0.95;

  /** Categories of their own that a column may have. */
  static final int MAX_CATEGORIES = 256;

  /** Texts that nearly every row has to itself, or so many different ones, are no categories. */
  private static final double MAX_DISTINCT_SHARE = 0.5;

  private static final int FEW = 30;

  /** Share of cells that repeat, from which numbers are codes rather than measurements. */
  private static final double MOST_REPEATED = 0.5;

  private final SchemaOptions options;

  FieldFinder(SchemaOptions options) {
    this.options = options;
  }

  Field find(Column column, ColumnScan scan, long rows) {
    String name = column.name();
    if (options.ignored().contains(name)) {
      return new IgnoredField(name, "ignored as asked");
    }
    if (scan.present() == 0) {
      return new IgnoredField(name, "every cell is missing");
    }
    if (scan.distinct() == 1) {
      return new IgnoredField(name, "every cell is %s".formatted(quoted(scan.frequent().get(0))));
    }
    boolean numeric = scan.numbers() >= MOSTLY * scan.present() && !scan.oneNumber();
    if (options.numeric().contains(name)) {
      return scan.numbers() > 0 && !scan.oneNumber()
          ? numeric(name, scan, rows)
          : new IgnoredField(name, "asked to be numeric, but holds no two different numbers");
    }
    if (options.categorical().contains(name) || !numeric) {
      return categorical(name, scan, rows, options.categorical().contains(name));
    }
    if (scan.distinct() == 2) {
      return categorical(name, scan, rows, true);
    }
    if (scan.consecutive() && scan.numbers() == rows) {
      return new IgnoredField(name, "counts the rows");
    }
    return numeric(name, scan, rows);
  }

  private static Field numeric(String name, ColumnScan scan, long rows) {
    NumberScale scale = scan.scale();
    NumberText text = scan.text();
    StringBuilder what = new StringBuilder(text.pattern() == null ? "numbers" : "dates");
    if (text.pattern() != null) {
      what.append(" like ").append(text.pattern());
    }
    if (scan.numbers() < scan.present()) {
      what.append(", %d other texts".formatted(scan.present() - scan.numbers()));
    }
    return new NumericField(name, missing(what, scan, rows), text, scale, repeated(scan, text));
  }

  /** The numbers that repeat, if most cells are such; none where there are too many to count. */
  private static List<String> repeated(ColumnScan scan, NumberText text) {
    if (scan.distinct() > ColumnScan.MAX_DISTINCT) {
      return List.of();
    }
    List<String> repeated =
        scan.frequent().stream()
            .filter(number -> scan.count(number) > 1 && !Double.isNaN(text.parse(number)))
            .limit(MAX_CATEGORIES)
            .toList();
    long cells = repeated.stream().mapToLong(scan::count).sum();
    return cells > MOST_REPEATED * scan.present() ? repeated : List.of();
  }

  private static Field categorical(String name, ColumnScan scan, long rows, boolean asked) {
    boolean unique = scan.distinct() > FEW && scan.distinct() > MAX_DISTINCT_SHARE * scan.present();
    if (scan.distinct() > ColumnScan.MAX_DISTINCT || (unique && !asked)) {
      return new IgnoredField(
          name,
          "%s different texts in %d cells: names or free text, not categories"
              .formatted(
                  scan.distinct() > ColumnScan.MAX_DISTINCT
                      ? "more than " + ColumnScan.MAX_DISTINCT
                      : String.valueOf(scan.distinct()),
                  scan.present()));
    }
    List<String> frequent = scan.frequent();
    List<String> kept =
        frequent.stream()
            .filter(text -> scan.count(text) > 1 || scan.distinct() <= FEW)
            .limit(MAX_CATEGORIES)
            .toList();
    if (kept.isEmpty()) {
      return new IgnoredField(name, "no text occurs twice");
    }
    StringBuilder what = new StringBuilder("%d categories".formatted(kept.size()));
    if (kept.size() < frequent.size()) {
      what.append(", %d rarer texts as one".formatted(frequent.size() - kept.size()));
    }
    return new CategoricalField(
        name, missing(what, scan, rows), kept, kept.stream().map(scan::count).toList());
  }

  private static String missing(StringBuilder what, ColumnScan scan, long rows) {
    if (scan.present() < rows) {
      what.append(", %d missing".formatted(rows - scan.present()));
    }
    return what.toString();
  }

  private static String quoted(String text) {
    return text.length() > 40 ? "'" + text.substring(0, 40) + "…'" : "'" + text + "'";
  }
}
