package org.ricvae.report;

import java.nio.file.Path;
import org.ricvae.data.InputException;

/** Run in a JVM that finds no fonts: writes each kind of chart and says what was refused. */
final class Fontless {
  private Fontless() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ChartTest.charts().forEach(chart -> chart.writeSvg(folder.resolve("chart.svg"), ""));
    if (Lettering.font().isPresent()) {
      System.out.println("has fonts");
      return;
    }
    try {
      ChartTest.charts().findFirst().orElseThrow().writePng(folder.resolve("chart.png"));
    } catch (InputException e) {
      System.out.println(e.getMessage());
    }
  }
}
