package org.ricvae.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ricvae.Version;
import org.ricvae.data.AtomicFile;
import org.ricvae.paper.lab.Lab;
import org.ricvae.report.Block;
import org.ricvae.report.Chart;
import org.ricvae.report.HeatMap;
import org.ricvae.report.Page;
import org.ricvae.report.Section;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a study leaves: {@code STUDY.html}, and in the folder {@code STUDY} the numbers of all cells
 * ({@code cells.csv}, {@code cells.json}) and each chart as PNG and SVG. Filled step by step.
 */
public final class StudyPage {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path output;
  private final String study;
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Block.Figure> figures = new LinkedHashMap<>();

  /**
   * Of a study; nothing is written yet.
   *
   * @param output the folder for everything
   * @param study its name
   */
  public StudyPage(Path output, String study) {
    this.output = output;
    this.study = study;
  }

  /** Adds a section. */
  public void section(String title, Block... blocks) {
    sections.add(Section.of(title, blocks));
  }

  /** Adds the section that tells which cells have no result and why, if there are any. */
  public void failures(List<Lab.Failure> failures) {
    if (failures.isEmpty()) {
      return;
    }
    section(
        "What failed",
        new Block.Table(
            "Cells without a result",
            List.of(Block.Column.text("cell"), Block.Column.text("reason")),
            failures.stream()
                .map(f -> Block.Row.of(f.cell(), String.valueOf(f.reason().getMessage())))
                .toList()));
  }

  /** A number for a table: three decimals, a dash where there is none. */
  public static String decimals(double value) {
    return Double.isNaN(value) ? "–" : "%.3f".formatted(value);
  }

  /**
   * A chart for a section, which is written as a file too.
   *
   * @param file its name without ending
   * @param description what a reader who cannot see it should know
   */
  public Block.Figure figure(String file, Chart chart, String caption, String description) {
    Block.Figure figure = new Block.Figure(chart, caption, description);
    figures.put(file, figure);
    return figure;
  }

  /** Narrow columns of a chart: a letter for each name, which {@link #key} resolves. */
  public static HeatMap.Side letters(String label, List<String> names) {
    return new HeatMap.Side(
        label, IntStream.range(0, names.size()).mapToObj(StudyPage::letter).toList());
  }

  /** What the letters stand for: "A: the first, B: the second". */
  public static String key(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(k -> letter(k) + ": " + names.get(k))
        .collect(Collectors.joining(", "));
  }

  private static String letter(int k) {
    return k < 26 ? String.valueOf((char) ('A' + k)) : Integer.toString(k + 1);
  }

  /**
   * Writes it all.
   *
   * @param title of the page
   * @param lead its first paragraph
   * @param rows the numbers of each cell by column; a number that is not finite is left empty
   * @return the page
   */
  public Path write(String title, String lead, List<Map<String, Object>> rows) {
    Path folder = output.resolve(study);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(folder.resolve("cells.csv"), csv(rows));
    write(folder.resolve("cells.json"), json(rows));
    figures.forEach(
        (name, figure) -> {
          figure.chart().writePng(folder.resolve(name + ".png"));
          figure.chart().writeSvg(folder.resolve(name + ".svg"), figure.description());
        });
    Path page = output.resolve(study + ".html");
    Page.of(title, lead, sections)
        .withProvenance(
            List.of(
                new Page.Fact("ricvae", Version.CURRENT),
                new Page.Fact(
                    "JVM",
                    System.getProperty("java.vm.name") + " " + System.getProperty("java.version"))))
        .writeTo(page);
    return page;
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, text.getBytes(UTF_8));
  }

  private static String csv(List<Map<String, Object>> rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(columns);
    for (Map<String, Object> row : rows) {
      csv.writeRecord(columns.stream().map(column -> text(row.get(column))).toList());
    }
    return text.toString();
  }

  private static String text(Object value) {
    return value == null || isNoNumber(value) ? "" : value.toString();
  }

  private static String json(List<Map<String, Object>> rows) {
    List<Map<String, Object>> finite = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.replaceAll((column, value) -> isNoNumber(value) ? null : value);
      finite.add(copy);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(finite) + "\n";
  }

  private static boolean isNoNumber(Object value) {
    return value instanceof Double number && !Double.isFinite(number);
  }
}
