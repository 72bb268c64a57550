package org.ricvae.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.InputException;

/**
 * A drawing of numbers, for a page ({@link Block.Figure}) or a file. SVG and PNG show one and the
 * same drawing; the same chart always gives the same bytes.
 */
public sealed interface Chart permits LineChart, ScatterChart, Histogram, HeatMap {
  /**
   * Writes the chart as an SVG file, whole or not at all. Needs no fonts.
   *
   * @param description for readers who cannot see it
   * @throws InputException where the file cannot be written
   */
  default void writeSvg(Path file, String description) {
    AtomicFile.write(file, Templates.chart(this, description).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the chart as a PNG file, whole or not at all.
   *
   * @throws InputException where the file cannot be written, or this Java has no fonts
   */
  default void writePng(Path file) {
    AtomicFile.write(file, ChartPng.encode(Drawing.of(this)));
  }
}
