package org.ricvae.paper.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.report.Block;
import org.ricvae.report.Chart;
import org.ricvae.report.ImageSheet;

/**
 * What came out of an experiment: its part of the page, its figures as files, its numbers as a
 * table. Filled step by step.
 */
public final class Findings {
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Block> pictures = new LinkedHashMap<>();
  private final List<Map<String, Object>> numbers = new ArrayList<>();

  /** Adds text or a table to the page. */
  public Findings add(Block block) {
    blocks.add(block);
    return this;
  }

  /** Adds running text to the page. */
  public Findings text(String paragraph) {
    return add(new Block.Paragraph(paragraph));
  }

  /**
   * Adds a claim and whether it holds. The outcome is to be computed from the numbers.
   *
   * @param claim what the paper says
   * @param measured what came out, with its figures
   */
  public Findings verdict(String claim, String measured, Block.Outcome outcome) {
    return add(new Block.Verdict(claim, measured, outcome));
  }

  /**
   * Adds a chart to the page, and to the item's folder as PNG and SVG.
   *
   * @param file its name without ending
   * @param description what a reader who cannot see it should know
   */
  public Findings chart(String file, Chart chart, String caption, String description) {
    return picture(file, new Block.Figure(chart, caption, description));
  }

  /**
   * Adds a sheet of images to the page, and to the item's folder as PNG.
   *
   * @param file its name without ending
   */
  public Findings sheet(String file, ImageSheet sheet, String caption) {
    return picture(file, new Block.SheetFigure(sheet, caption));
  }

  private Findings picture(String file, Block block) {
    if (pictures.put(file, block) != null) {
      throw new IllegalArgumentException("two figures are called " + file);
    }
    return add(block);
  }

  /**
   * Adds a row to the item's table of numbers ({@code numbers.csv}, {@code numbers.json}).
   *
   * @param row numbers and texts by column, in order; rows may differ in their columns
   */
  public Findings numbers(Map<String, ?> row) {
    numbers.add(new LinkedHashMap<>(row));
    return this;
  }

  /** What the page shows. */
  public List<Block> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** The figures by the names of their files, without ending. */
  Map<String, Block> pictures() {
    return Collections.unmodifiableMap(pictures);
  }

  /** The rows of the table of numbers. */
  public List<Map<String, Object>> numbers() {
    return Collections.unmodifiableList(numbers);
  }
}
