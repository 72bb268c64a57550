package org.ricvae.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.EditDistance;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.InputException;
import org.ricvae.paper.Paper;
import org.ricvae.paper.lab.PaperListener;
import org.ricvae.paper.lab.PaperOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae paper}: the experiments of the paper. */
@Command(
    name = "paper",
    customSynopsis = "ricvae paper ITEM... -o DIR [OPTION...]",
    description = {
      "Runs the experiments of the paper with every method it compares, and writes DIR/paper.html: for each item what the paper says, what was measured, and whether it holds. DIR/ITEM has its figures (PNG, SVG) and numbers (CSV, JSON).",
      "Every result is kept as it comes: an interrupted run continues where it stopped, and what is finished is not run again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae paper figure3 --frey frey_rawface.mat -o paper",
      "  ricvae paper all --frey frey_rawface.mat --mnist mnist/ -o paper --quick",
      "  ricvae paper table1 --features adbench/cv_resnet18 --features adbench/classical -o paper",
    })
final class PaperCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Workers workers;

  @Parameters(
      paramLabel = "ITEM",
      arity = "1..*",
      completionCandidates = PaperItems.class,
      description = "What to run: ${COMPLETION-CANDIDATES}.")
  List<String> items;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "Folder that takes everything; the same one again goes on with it.")
  Path folder;

  @Option(
      names = "--frey",
      paramLabel = "FILE",
      description = "The Frey faces: frey_rawface.mat, or any array of 28x20 images.")
  Path frey;

  @Option(
      names = "--mnist",
      paramLabel = "DIR",
      description = "Folder with MNIST's four IDX files, packed or not.")
  Path mnist;

  @Option(
      names = "--features",
      paramLabel = "DIR",
      description =
          "Folder of labelled features: .npz or .mat with X and y, .csv with a column y; may be given several times.")
  List<Path> features = new ArrayList<>();

  @Option(
      names = "--pneumonia",
      paramLabel = "DIR",
      description = "Folder with the IDX files of the chest X-rays and their labels.")
  Path pneumonia;

  @Option(
      names = "--seeds",
      paramLabel = "COUNT",
      defaultValue = "" + PaperOptions.DEFAULT_SEEDS,
      description = "How often to repeat what is repeated (default: ${DEFAULT-VALUE}).")
  int seeds;

  @Option(
      names = "--quick",
      description =
          "Small sizes, to see everything work in minutes; kept apart from the full ones.")
  boolean quick;

  @Option(names = "--force", description = "Run the items again, whatever was kept.")
  boolean force;

  @Override
  public Integer call() {
    items.forEach(PaperCommand::check);
    PaperOptions options =
        new PaperOptions(
            Optional.ofNullable(frey),
            Optional.ofNullable(mnist),
            features,
            Optional.ofNullable(pneumonia),
            folder,
            seeds,
            quick,
            force,
            workers.threads());
    try (Progress progress = common.progress()) {
      common.print("look at " + Paper.run(items, options, new Narrator(progress)));
    }
    return 0;
  }

  private static void check(String item) {
    List<String> known = PaperItems.names();
    if (!known.contains(item)) {
      throw new InputException(
          "there is no item '%s'%s; there are %s"
              .formatted(
                  item,
                  EditDistance.nearest(item, known)
                      .map(nearest -> ", did you mean %s?".formatted(nearest))
                      .orElse(""),
                  known.stream().collect(Collectors.joining(", "))));
    }
  }

  /** Tells a person how it goes. */
  record Narrator(Progress progress) implements PaperListener {
    @Override
    public void begin(String item, long cost) {
      progress.begin(item, "core seconds", cost);
    }

    @Override
    public void done(long done) {
      progress.at(done);
    }

    @Override
    public void skipped(long cost) {
      progress.skip(cost);
    }

    @Override
    public void cell(String cell) {
      progress.detail(cell);
    }

    @Override
    public void end() {
      progress.end();
    }

    @Override
    public void message(String text) {
      progress.message(text);
    }
  }
}
