package org.ricvae.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ricvae.file.Provenance;
import org.ricvae.report.Axis;
import org.ricvae.report.Block;
import org.ricvae.report.Ink;
import org.ricvae.report.LineChart;
import org.ricvae.report.Page;
import org.ricvae.report.Section;
import org.ricvae.train.EpochReport;

/** The page that the demo writes. */
record DemoReport(Findings findings, Pictures pictures, List<EpochReport> epochs, Path folder) {

  Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(result());
    sections.add(
        Section.of(
            "New images",
            new Block.SheetFigure(
                pictures.samples(),
                "Made by the model out of nothing but random numbers, in %d passes."
                    .formatted(Demo.NEW_PASSES))));
    if (!provenance().candidates().isEmpty()) {
      sections.add(choice());
    }
    if (epochs.size() > 1) {
      sections.add(curve());
    }
    sections.add(next());
    return Page.of("Dirty images in, clean images out", lead(), sections).withProvenance(facts());
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "%d photographs of clothes had %.0f %% of their pixels replaced by random greys. A model that never saw a clean one learned from these alone what they should look like, and lowered their error %.1f times.",
        findings.dirty().samples(),
        100 * Demo.SHARE,
        findings.timesLower());
  }

  private Section result() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.KeyFigures(
            List.of(
                new Block.KeyFigure(
                    String.format(Locale.ROOT, "%.1f×", findings.timesLower()),
                    "lower error",
                    String.format(
                        Locale.ROOT,
                        "mean squared error %.4f, dirty %.4f",
                        findings.cleaned().mse(),
                        findings.dirty().mse())),
                new Block.KeyFigure(
                    percent(findings.pixels().recall()), "of the dirty pixels found", "no labels"),
                new Block.KeyFigure(
                    percent(findings.pixels().precision()),
                    "of what is flagged is dirty",
                    String.format(Locale.ROOT, "ROC-AUC %.3f", findings.pixels().rocAuc())),
                new Block.KeyFigure(
                    String.format(Locale.ROOT, "%.0f s", findings.trainingSeconds()),
                    "training",
                    "with kernel " + provenance().kernel()))));
    if (!findings.complete()) {
      blocks.add(
          new Block.Warning(
              "Cut short",
              "This machine was too slow for the whole training within the demo's time: it stopped after %d epochs, and a full one does better."
                  .formatted(provenance().epochs())));
    }
    blocks.add(
        new Block.SheetFigure(
            pictures.comparison(),
            "The first images. The last row shows how far each pixel is from what the model takes for clean."));
    return new Section("Result", blocks);
  }

  private Section choice() {
    List<Block.Row> rows = provenance().candidates().stream().map(DemoReport::row).toList();
    List<Block.Column> columns =
        List.of(
            Block.Column.number("epsilon"),
            Block.Column.number("steps"),
            Block.Column.number("error of the recovery"),
            Block.Column.number("active dimensions"),
            Block.Column.text("outcome"));
    return Section.of(
        "How exact to be: chosen by the data",
        new Block.Paragraph(
            "The size of an error that counts as none, epsilon, decides most, and no value suits all data. So known dirt was put on part of the images, each candidate was trained briefly, and it was measured how well it undid that dirt."),
        new Block.Table("Candidates for epsilon", columns, rows));
  }

  private static Block.Row row(Map<String, String> candidate) {
    String outcome = candidate.get("outcome");
    List<String> cells =
        List.of(
            String.format(Locale.ROOT, "%.0e", Double.parseDouble(candidate.get("epsilon"))),
            candidate.get("steps"),
            String.format(Locale.ROOT, "%.5f", Double.parseDouble(candidate.get("error"))),
            candidate.get("active-dimensions"),
            outcome);
    return new Block.Row(cells, outcome.equals("chosen"));
  }

  private Section curve() {
    List<LineChart.Point> points =
        epochs.stream().map(e -> new LineChart.Point(e.epoch(), e.loss())).toList();
    LineChart chart =
        new LineChart(
            Axis.linear("epoch"),
            Axis.linear("loss (a sample)"),
            List.of(new LineChart.Line("loss", Ink.BLUE, points)),
            marks());
    return Section.of(
        "Training",
        new Block.Figure(
            chart,
            "The loss falls as the model learns; it may be negative. Once the model is fed its own output, the losses of all passes add up.",
            String.format(
                Locale.ROOT,
                "The loss falls from %.4g in the first epoch to %.4g in the last, number %d.",
                points.get(0).y(),
                points.get(points.size() - 1).y(),
                points.size())));
  }

  /** Where training on recycled samples begins. */
  private List<LineChart.Mark> marks() {
    int passes = Integer.parseInt(provenance().options().get("passes"));
    double warmUp = Double.parseDouble(provenance().options().get("warm-up"));
    return passes == 1 || warmUp == 0
        ? List.of()
        : List.of(new LineChart.Mark(warmUp * epochs.get(0).epochs(), "recycling begins"));
  }

  private Section next() {
    return Section.of(
        "Go on from here",
        new Block.Code(
            """
            ./ricvae info %1$s/model
            ./ricvae clean %1$s/dirty.idx.gz -m %1$s/model -o cleaned --residuals residuals.npy
            ./ricvae generate -m %1$s/model -n 400 -M 5 --seed 1 -o more.png
            ./ricvae train YOUR-IMAGES/ -o my-model
            """
                .formatted(folder)
                .strip()));
  }

  private List<Page.Fact> facts() {
    List<Page.Fact> facts = new ArrayList<>();
    facts.add(new Page.Fact("ricvae", provenance().version()));
    facts.add(
        new Page.Fact("images", "the first of Fashion-MNIST's training set (Zalando SE, MIT)"));
    facts.add(new Page.Fact("kernel", provenance().kernel()));
    facts.add(new Page.Fact("JVM", provenance().jvm()));
    for (Map.Entry<String, String> option : provenance().options().entrySet()) {
      facts.add(new Page.Fact(option.getKey(), option.getValue()));
    }
    return facts;
  }

  private Provenance provenance() {
    return findings.model().provenance();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
