package org.ricvae.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ricvae.Options;
import org.ricvae.cli.demo.Demo;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Recipe;
import org.ricvae.cli.option.Workers;
import org.ricvae.data.InputException;
import org.ricvae.train.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ricvae demo}: the main job on built-in images. */
@Command(
    name = "demo",
    customSynopsis = "ricvae demo [OPTION...]",
    description = {
      "The main job on built-in photographs of clothes, in about three minutes and without a network: makes them dirty, learns from the dirty ones, cleans them, and makes new ones.",
      "Leaves a folder with report.html, metrics.json, the model and the data to go on with."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ricvae demo", "  ricvae demo -o /tmp/demo --model icvae --seed 2"})
final class DemoCommand implements Callable<Integer> {
  /** Seconds after which training ends, done or not: what is left of three minutes is enough. */
  private static final double BUDGET = 160;

  private static final int ALL_IMAGES = 6000;

  @Mixin Common common;
  @Mixin Recipe recipe;
  @Mixin Workers workers;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "ricvae-demo",
      description = "Folder for the results (default: ${DEFAULT-VALUE}).")
  Path folder;

  @Option(
      names = "--images",
      paramLabel = "COUNT",
      defaultValue = "" + ALL_IMAGES,
      description = "How many of the images to use (default: all ${DEFAULT-VALUE}).")
  int images;

  @Override
  public Integer call() {
    if (images < TrainingData.MIN_SAMPLES || images > ALL_IMAGES) {
      throw new InputException(
          "--images %d is out of range, allowed are %d to %d"
              .formatted(images, TrainingData.MIN_SAMPLES, ALL_IMAGES));
    }
    Options options = recipe.options(workers.threads());
    return new Demo(folder, options, BUDGET, common).run(images) ? 0 : TrainCommand.INTERRUPTED;
  }
}
