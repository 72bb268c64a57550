package org.ricvae.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ricvae.RicvaeModel;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.ModelPlace;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.option.Writing;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.use.Recovered;
import org.ricvae.use.RecoveryOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae clean}: data through a model, from disk to disk. */
@Command(
    name = "clean",
    customSynopsis = "ricvae clean DATA -m MODEL -o OUT [OPTION...]",
    description =
        "Cleans data with a trained model. Missing values (NaN) are filled. Memory does not grow with the data.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  A folder of images:",
      "    ricvae clean photos/ -m model -o cleaned",
      "  Change only what is evidently wrong:",
      "    ricvae clean table.npy -m model -o cleaned.npy --only-flagged",
      "  With what was taken off, and how sure the result is:",
      "    ricvae clean x.npy -m model -o y.npy --residuals r.npy --uncertainty u.npy",
    })
final class CleanCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;
  @Mixin ModelPlace place;
  @Mixin Writing writing;
  @Mixin Workers workers;

  @Parameters(paramLabel = "DATA", description = "The dirty data, of the shape of the training's.")
  Path data;

  @Option(
      names = "-M",
      paramLabel = "PASSES",
      defaultValue = "1",
      description =
          "Passes, each on the mean that the one before gave (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(names = "--recycle", description = "Further passes start from a draw, not the mean.")
  boolean recycle;

  @Option(
      names = "--only-flagged",
      description = "Leave values as they were unless they are flagged or missing.")
  boolean onlyFlagged;

  @Option(
      names = "--uncertainty",
      paramLabel = "FILE",
      description = "Where to write the standard deviation of each cleaned value over draws.")
  Path uncertainty;

  @Option(
      names = "--draws",
      paramLabel = "K",
      description =
          "Draws for the uncertainty, 2 or more (default: " + RecoveryOptions.DEFAULT_DRAWS + ").")
  Integer draws;

  @Option(
      names = "--residuals",
      paramLabel = "FILE",
      description = "Where to write how far each value is from the model's mean.")
  Path residuals;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of the draws (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print counts as JSON.")
  boolean json;

  /** Draws to make: none unless an uncertainty is asked for. */
  private int draws() {
    if (uncertainty == null) {
      if (draws != null) {
        throw new InputException("--draws does nothing here: add --uncertainty FILE");
      }
      return 0;
    }
    int wanted = draws == null ? RecoveryOptions.DEFAULT_DRAWS : draws;
    if (wanted < 2) {
      throw new InputException(
          "--draws %d is out of range, allowed are 2 to %d".formatted(wanted, RecoveryOptions.MAX));
    }
    return wanted;
  }

  @Override
  public Integer call() {
    RecoveryOptions options = new RecoveryOptions(passes, recycle, draws(), onlyFlagged, seed);
    if (recycle && passes == 1) {
      throw new InputException("--recycle does nothing here: there is one pass; add -M 2");
    }
    RicvaeModel model = place.load(common);
    Counts counts = new Counts(model);
    try (Samples samples = reading.open(data, common::note);
        SampleSink cleaned = writing.create(samples, samples.type());
        SampleSink deviations = writing.create(uncertainty, samples, ValueType.F32);
        SampleSink distances = writing.create(residuals, samples, ValueType.F32);
        Progress progress = common.progress()) {
      progress.begin("cleaning", "samples", samples.count());
      model
          .streams(workers.threads())
          .recover(
              samples,
              options,
              (recovered, n, first) -> {
                cleaned.write(recovered.values(), 0, n);
                distances.write(recovered.residuals(), 0, n);
                if (recovered.deviations() != null) {
                  deviations.write(recovered.deviations(), 0, n);
                }
                counts.add(recovered);
              },
              progress::at);
      progress.end();
      cleaned.commit();
      deviations.commit();
      distances.commit();
    }
    counts.print();
    return 0;
  }

  /** What was found dirty. */
  private final class Counts {
    private final double threshold;
    private long samples;
    private long flaggedSamples;
    private long values;
    private long flaggedValues;

    Counts(RicvaeModel model) {
      threshold = model.thresholds().sample();
    }

    void add(Recovered recovered) {
      for (double score : recovered.scores()) {
        samples++;
        flaggedSamples += score > threshold ? 1 : 0;
      }
      for (boolean flag : recovered.flagged()) {
        values++;
        flaggedValues += flag ? 1 : 0;
      }
    }

    void print() {
      if (!json) {
        common.note(
            String.format(
                Locale.ROOT,
                "%s: %d samples cleaned; %d of them and %.1f %% of all values are flagged as dirty",
                writing.output(),
                samples,
                flaggedSamples,
                100.0 * flaggedValues / values));
        return;
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", writing.output().toString());
      fields.put("samples", samples);
      fields.put("samples_flagged", flaggedSamples);
      fields.put("values", values);
      fields.put("values_flagged", flaggedValues);
      common.print(Json.pretty(fields));
    }
  }
}
