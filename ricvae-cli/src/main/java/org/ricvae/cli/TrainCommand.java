package org.ricvae.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ricvae.Options;
import org.ricvae.RicvaeModel;
import org.ricvae.Training;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.option.Recipe;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.training.EventLog;
import org.ricvae.cli.training.Session;
import org.ricvae.data.InputException;
import org.ricvae.data.Samples;
import org.ricvae.file.ModelFile;
import org.ricvae.file.Provenance;
import org.ricvae.train.EpochReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae train}: from dirty data to a model. */
@Command(
    name = "train",
    customSynopsis = "ricvae train DATA -o MODEL [OPTION...]",
    description = {
      "Learns a model from dirty data; no clean data and no labels are needed, and no option: what matters most (epsilon) is chosen by the data.",
      "Writes a folder with config.json, weights.safetensors and training.jsonl, a line an event. Ctrl-C saves what there is; --resume goes on with it, to the same result as if it had never stopped.",
      "Of a table (.csv, .tsv, .jsonl, .parquet, .npz with X and y): ricvae train orders.csv --help. Such an .npz is read as an array with --member X, or with --shape."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae train photos/ -o model",
      "  ricvae train faces.mat --shape 28x20 --column-major -o model --latent 10",
      "  ricvae train x.npy -o model --model icvae --epsilon 1e-3 --epochs 50 --seed 1",
      "  ricvae train x.npy -o model --resume",
    })
final class TrainCommand implements Callable<Integer> {
  /** What a shell expects of a program that ended on Ctrl-C. */
  static final int INTERRUPTED = 130;

  @Mixin Common common;
  @Mixin Reading reading;
  @Mixin Recipe recipe;
  @Mixin Workers workers;

  @Parameters(paramLabel = "DATA", description = "The data, dirt and all.")
  Path data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true,
      description = "Folder that takes the model.")
  Path folder;

  @Option(
      names = "--resume",
      description = "Go on with the training that was stopped in MODEL, with its own options.")
  boolean resume;

  @Option(names = "--overwrite", description = "Replace the model that is there already.")
  boolean overwrite;

  @Option(names = "--json", description = "Print a summary as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Options options = recipe.options(workers.threads());
    checkPlace();
    EventLog log = new EventLog();
    long begun = System.nanoTime();
    try (Samples samples = reading.open(data, common::note);
        Training training = training(samples, options, log)) {
      Session session = new Session(training, folder, log, common);
      if (session.run(() -> false) == Session.End.INTERRUPTED) {
        return INTERRUPTED;
      }
      print(training.model(), log, (System.nanoTime() - begun) / 1e9);
    }
    return 0;
  }

  private Training training(Samples samples, Options options, EventLog log) {
    if (!resume) {
      return Training.start(samples, options);
    }
    if (!options.equals(Options.defaults().withThreads(workers.threads()))) {
      throw new InputException(
          "--resume goes on with the options that the training in %s began with; leave all but --threads out"
              .formatted(folder));
    }
    Training training = Training.resume(folder, samples, workers.threads());
    log.resume(folder);
    return training;
  }

  /** What can be known to go wrong at the end is told at the beginning. */
  private void checkPlace() {
    if (resume) {
      return;
    }
    if (Files.exists(folder.resolve("config.json")) && !overwrite) {
      throw new InputException(
          "there is a model in %s already; choose another folder, --overwrite it, or --resume its training"
              .formatted(folder));
    }
    ModelFile.requireWritable(folder, Set.of(EventLog.FILE));
  }

  private void print(RicvaeModel model, EventLog log, double seconds) {
    Provenance from = model.provenance();
    if (!json) {
      common.note(
          "%s: trained in %.0f s, %d epochs, %d active dimensions%s"
              .formatted(
                  folder,
                  seconds,
                  from.epochs(),
                  from.activeDimensions(),
                  Double.isNaN(from.epsilon()) ? "" : ", epsilon " + from.epsilon()));
      return;
    }
    List<EpochReport> epochs = log.epochs();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", folder.toString());
    fields.put("seconds", seconds);
    fields.put("epochs", from.epochs());
    fields.put("loss", epochs.isEmpty() ? null : epochs.get(epochs.size() - 1).loss());
    fields.put("epsilon", from.epsilon());
    fields.put("active_dimensions", from.activeDimensions());
    fields.put("sample_threshold", model.thresholds().sample());
    fields.put("cell_threshold", model.thresholds().cell());
    fields.put("kernel", from.kernel());
    fields.put("epsilon_candidates", from.candidates());
    common.print(Json.pretty(fields));
  }
}
