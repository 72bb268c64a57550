package org.ricvae.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ricvae.Options;
import org.ricvae.cli.demo.Demo;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ricvae demo}: the main job on built-in images. */
@Command(
    name = "demo",
    description = {
      "The main job on built-in photographs of clothes, in about three minutes and without a network: makes them dirty, learns from the dirty ones, cleans them, and makes new ones.",
      "Leaves a folder with report.html, metrics.json, the model and the data to go on with."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ricvae demo", "  ricvae demo -o /tmp/demo --seed 2"})
final class DemoCommand implements Callable<Integer> {
  /** Epochs that two cores make in good two minutes, the choice of epsilon included. */
  private static final int EPOCHS = 100;

  /** Seconds after which training ends, done or not: what is left of three minutes is enough. */
  private static final double BUDGET = 160;

  private static final int ALL_IMAGES = 6000;

  @Mixin Common common;
  @Mixin Workers workers;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "ricvae-demo",
      description = "Folder for the results (default: ${DEFAULT-VALUE}).")
  Path folder;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--images", hidden = true, defaultValue = "" + ALL_IMAGES)
  int images;

  @Option(names = "--epochs", hidden = true, defaultValue = "" + EPOCHS)
  int epochs;

  @Override
  public Integer call() {
    Options options =
        Options.defaults().withEpochs(epochs).withSeed(seed).withThreads(workers.threads());
    return new Demo(folder, options, BUDGET, common).run(images) ? 0 : TrainCommand.INTERRUPTED;
  }
}
