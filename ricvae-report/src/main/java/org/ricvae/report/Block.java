package org.ricvae.report;

import java.util.List;
import java.util.Locale;

/**
 * What a section of a page is made of. All text is plain text: markup in it is shown as written.
 */
public sealed interface Block {
  /** Running text. */
  record Paragraph(String text) implements Block {}

  /**
   * A chart with a caption.
   *
   * @param description what a reader who cannot see it should know
   */
  record Figure(Chart chart, String caption, String description) implements Block {}

  /** A sheet of images with a caption; labels and headers are text of the page. */
  record SheetFigure(ImageSheet sheet, String caption) implements Block {}

  /**
   * A table.
   *
   * @param caption what it shows
   * @param columns at least one; the first names the row
   * @param rows each with one cell a column
   */
  record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
    /**
     * Copies and checks the parts.
     *
     * @throws IllegalArgumentException where there is no column, or a row has other than one cell a
     *     column
     */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("table \"" + caption + "\" has no column");
      }
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              "table \"%s\": a row of %d cells for %d columns: %s"
                  .formatted(caption, row.cells().size(), columns.size(), row.cells()));
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param title its header, with the unit
   * @param numeric whether its cells are numbers: right aligned, digits of one width
   */
  record Column(String title, boolean numeric) {
    /** A column of words. */
    public static Column text(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * A row of a table.
   *
   * @param cells the text of each cell, numbers as they shall be read
   * @param emphasised whether it stands out: the chosen, the best
   */
  record Row(List<String> cells, boolean emphasised) {
    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** A plain row. */
    public static Row of(String... cells) {
      return new Row(List.of(cells), false);
    }
  }

  /** The few numbers that say it all, side by side. */
  record KeyFigures(List<KeyFigure> figures) implements Block {
    /**
     * Copies the figures.
     *
     * @throws IllegalArgumentException where there is none
     */
    public KeyFigures {
      figures = List.copyOf(figures);
      if (figures.isEmpty()) {
        throw new IllegalArgumentException("no key figure");
      }
    }
  }

  /**
   * One of the {@link KeyFigures}.
   *
   * @param value what stands large: "38×"
   * @param label what it is: "lower error"
   * @param note what to set it against, small; may be empty
   */
  record KeyFigure(String value, String label, String note) {}

  /**
   * A claim put to the test.
   *
   * @param claim what was claimed, and by whom
   * @param measured what came out, with its figures; why not, where it was not tested
   */
  record Verdict(String claim, String measured, Outcome outcome) implements Block {}

  /** Whether the claim of a {@link Verdict} holds. */
  enum Outcome {
    /** What was measured agrees with the claim. */
    HOLDS("✓", "holds"),
    /** It agrees in part, or under conditions that the claim does not name. */
    PARTLY("◐", "holds in part"),
    /** It disagrees. */
    DOES_NOT_HOLD("✗", "does not hold"),
    /** Nothing was measured that could tell. */
    NOT_TESTED("–", "not tested");

    private final String sign;
    private final String words;

    Outcome(String sign, String words) {
      this.sign = sign;
      this.words = words;
    }

    /** The outcome in words: "does not hold". */
    public String words() {
      return words;
    }

    /** A sign beside the words. */
    String sign() {
      return sign;
    }

    /** The class by which the page's style finds the outcome. */
    String cssClass() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Something the reader must not overlook. */
  record Warning(String title, String text) implements Block {}

  /** Text in fixed width, line by line: a command, a listing. */
  record Code(String text) implements Block {}
}
