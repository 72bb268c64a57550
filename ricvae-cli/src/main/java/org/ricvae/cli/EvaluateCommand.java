package org.ricvae.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.evaluate.detection.DetectionCell;
import org.ricvae.evaluate.detection.DetectionResults;
import org.ricvae.evaluate.detection.DetectionStudy;
import org.ricvae.evaluate.detection.Detector;
import org.ricvae.evaluate.detection.Peers;
import org.ricvae.evaluate.detection.TableDetector;
import org.ricvae.evaluate.repair.NumericTable;
import org.ricvae.evaluate.repair.RepairCell;
import org.ricvae.evaluate.repair.RepairPeers;
import org.ricvae.evaluate.repair.RepairPlan;
import org.ricvae.evaluate.repair.RepairResults;
import org.ricvae.evaluate.repair.RepairStudy;
import org.ricvae.evaluate.repair.Repairer;
import org.ricvae.evaluate.repair.TableRepairer;
import org.ricvae.evaluate.text.TextResults;
import org.ricvae.evaluate.text.TextStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae evaluate}: tables, beside other methods in the same run. */
@Command(
    name = "evaluate",
    customSynopsis = "ricvae evaluate detection|repair|text DIR -o OUT [OPTION...]",
    description = {
      "detection: finds the known outliers of labelled tables, without looking at the labels. repair: puts known errors into the normal rows of such tables, 5 and 20 percent of the cells, and finds and repairs them. Both with our method at its defaults and with others beside it. text: cleans real dirty tables of which the truth is known, and compares text by text.",
      "Writes a page, charts, CSV and JSON. Every result is kept as it comes: an interrupted run continues where it stopped."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae evaluate detection adbench/classical -o out",
      "  ricvae evaluate repair adbench/classical -o out --seeds 1 --only ricvae,median",
      "  ricvae evaluate text dirty-tables -o out",
    })
final class EvaluateCommand implements Callable<Integer> {
  /** What can be evaluated. */
  enum Study {
    DETECTION,
    REPAIR,
    TEXT
  }

  @Mixin Common common;
  @Mixin Workers workers;

  @Parameters(index = "0", paramLabel = "detection|repair|text", description = "What to evaluate.")
  Study study;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description =
          "Folder with .npz files of X and y, 1 for an outlier; also below it. For text: with folders that hold dirty.csv and clean.csv.")
  Path data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "Folder that takes everything; the same one again goes on with it.")
  Path output;

  @Option(
      names = "--seeds",
      paramLabel = "COUNT",
      defaultValue = "" + StudyOptions.DEFAULT_SEEDS,
      description = "How often to repeat what is random (default: ${DEFAULT-VALUE}).")
  int seeds;

  @Option(
      names = "--only",
      paramLabel = "METHODS",
      split = ",",
      description = "Run these methods only (default: all).")
  List<String> only = List.of();

  @Option(names = "--force", description = "Run everything again, whatever was kept.")
  boolean force;

  @Override
  public Integer call() {
    StudyOptions options = new StudyOptions(output, seeds, workers.threads(), force);
    try (Progress progress = common.progress()) {
      PaperCommand.Narrator narrator = new PaperCommand.Narrator(progress);
      switch (study) {
        case DETECTION -> detection(options, narrator);
        case REPAIR -> repair(options, narrator);
        case TEXT -> text(options, narrator);
      }
    }
    return 0;
  }

  private void detection(StudyOptions options, PaperCommand.Narrator narrator) {
    List<LabelledTable> tables = LabelledTable.folder(data);
    List<Detector> detectors = new ArrayList<>(List.of(new TableDetector()));
    detectors.addAll(Peers.all());
    List<String> wanted = wanted(detectors.stream().map(Detector::name).toList());
    detectors.removeIf(d -> !wanted.contains(d.name()));
    DetectionResults results = DetectionStudy.run(tables, detectors, options, narrator);
    common.print("method, mean ROC-AUC, average precision, F1 at its own threshold");
    for (String name : wanted) {
      common.print(
          String.format(
              Locale.ROOT,
              "%s, %.4f, %.4f, %.4f",
              name,
              results.mean(name, DetectionCell::auc),
              results.mean(name, DetectionCell::averagePrecision),
              results.mean(name, DetectionCell::f1)));
    }
    common.print("look at " + output.resolve(DetectionStudy.NAME + ".html"));
  }

  private void repair(StudyOptions options, PaperCommand.Narrator narrator) {
    List<NumericTable> tables = NumericTable.normalRows(LabelledTable.folder(data));
    List<Repairer> repairers = new ArrayList<>(List.of(new TableRepairer()));
    repairers.addAll(RepairPeers.all());
    List<String> wanted = wanted(repairers.stream().map(Repairer::name).toList());
    repairers.removeIf(r -> !wanted.contains(r.name()));
    RepairResults results =
        RepairStudy.run(tables, repairers, RepairPlan.DEFAULT, options, narrator);
    common.print("method, share of wrong cells, mean F1, mean capped error, tables won on each");
    for (double share : RepairPlan.DEFAULT.shares()) {
      for (String name : wanted) {
        common.print(
            String.format(
                Locale.ROOT,
                "%s, %.2f, %.4f, %.4f, %d, %d",
                name,
                share,
                results.mean(share, name, RepairCell::f1),
                results.mean(share, name, c -> c.own().cappedRmse()),
                results.wins(share, name, RepairCell::f1, 1),
                results.wins(share, name, c -> c.own().cappedRmse(), -1)));
      }
    }
    common.print("look at " + output.resolve(RepairStudy.NAME + ".html"));
  }

  private void text(StudyOptions options, PaperCommand.Narrator narrator) {
    wanted(List.of(RepairStudy.OURS));
    TextResults results = TextStudy.run(data, options, narrator);
    common.print("table, wrong cells, changed, precision, recall, F1, F1 of repair");
    for (String table : results.tables()) {
      common.print(
          String.format(
              Locale.ROOT,
              "%s, %.0f, %.0f, %.4f, %.4f, %.4f, %.4f",
              table,
              results.of(table, c -> c.all().wrong()).mean(),
              results.of(table, c -> c.all().flagged()).mean(),
              results.of(table, c -> c.all().precision()).mean(),
              results.of(table, c -> c.all().recall()).mean(),
              results.of(table, c -> c.all().f1()).mean(),
              results.of(table, c -> c.all().repairF1()).mean()));
    }
    common.print("look at " + output.resolve(TextStudy.NAME + ".html"));
  }

  private List<String> wanted(List<String> known) {
    for (String name : only) {
      if (!known.contains(name)) {
        throw new InputException(
            "--only %s: there is no such method; there are %s"
                .formatted(name, String.join(", ", known)));
      }
    }
    return only.isEmpty() ? known : only;
  }
}
