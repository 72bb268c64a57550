package org.ricvae.paper.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.data.SampleShape;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.ImageRow;
import org.ricvae.report.ImageSheet;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;
import org.ricvae.report.Page;
import org.ricvae.report.Section;

class FindingsFileTest {
  @TempDir Path dir;

  @Test
  void everyBlockComesBackAsItWas() {
    LineChart chart =
        LineChart.of(
            Axis.linear("share (%)"),
            Axis.logarithmic("MSE"),
            List.of(
                new LineChart.Line(
                    "iC-VAE",
                    Ink.BLUE_OPEN,
                    List.of(new LineChart.Point(0, 1e-3), new LineChart.Point(1, Double.NaN)))));
    SampleShape shape = new SampleShape(2, 3, 1);
    ImageSheet sheet =
        ImageSheet.of(
            List.of(
                ImageRow.pictures(
                    "dirty", shape, List.of(new float[] {0, .1f, .2f, Float.NaN, .5f, 1}))));
    List<Block> blocks =
        List.of(
            new Block.Paragraph("a < b"),
            new Block.Figure(chart, "caption", "description"),
            new Block.SheetFigure(sheet, "faces"),
            new Block.Table(
                "table",
                List.of(Block.Column.text("method"), Block.Column.number("MSE")),
                List.of(Block.Row.of("AE", "0.1"))),
            new Block.KeyFigures(List.of(new Block.KeyFigure("1", "label", ""))),
            new Block.Warning("title", "text"),
            new Block.Code("./ricvae paper"));
    FindingsFile.write(dir, new FindingsFile.Content("Figure 1", true, blocks));
    FindingsFile.Content back = FindingsFile.read(dir).orElseThrow();
    assertThat(back.title()).isEqualTo("Figure 1");
    assertThat(back.quick()).isTrue();
    assertThat(html(back.blocks())).isEqualTo(html(blocks));
  }

  private static String html(List<Block> blocks) {
    return Page.of("page", "lead", List.of(new Section("section", blocks))).html();
  }

  @Test
  void aDamagedFileIsNone() throws Exception {
    assertThat(FindingsFile.read(dir)).isEmpty();
    Files.writeString(dir.resolve("findings.json"), "{\"title\": ");
    assertThat(FindingsFile.read(dir)).isEmpty();
  }
}
