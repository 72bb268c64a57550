package org.ricvae.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.ricvae.RicvaeModel;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Draws;
import org.ricvae.cli.option.ModelPlace;
import org.ricvae.cli.option.Writing;
import org.ricvae.cli.output.Progress;
import org.ricvae.cli.output.SheetSink;
import org.ricvae.data.SampleSink;
import org.ricvae.use.RecoveryOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ricvae generate}: new samples. */
@Command(
    name = "generate",
    customSynopsis = "ricvae generate -m MODEL -o OUT [OPTION...]",
    description = {
      "Makes new samples: draws latent codes, decodes them, and runs the result through the model again, M - 1 times.",
      "With the model of a table, new rows: ricvae generate -m MODEL --help."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  A sheet of 100 images to look at:",
      "    ricvae generate -m model -n 100 -M 5 -o sheet.png",
      "  60000 samples as an array:",
      "    ricvae generate -m model -n 60000 -o new.npy --seed 3",
    })
final class GenerateCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin ModelPlace place;
  @Mixin Writing writing;
  @Mixin Draws draws;

  @Option(
      names = "-M",
      paramLabel = "PASSES",
      defaultValue = "1",
      description = "Passes; more make samples crisper (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(names = "--recycle", description = "Further passes start from a draw, not the mean.")
  boolean recycle;

  @Override
  public Integer call() {
    long count = draws.count("samples");
    RecoveryOptions options = new RecoveryOptions(passes, recycle, 0, false, draws.seed());
    RicvaeModel model = place.load(common);
    try (SampleSink sink = sink(model, count);
        Progress progress = common.progress()) {
      progress.begin("generating", "samples", count);
      model
          .streams(1)
          .generate(count, options.passes(), options.recycle(), options.seed(), sink, progress::at);
      progress.end();
      sink.commit();
    }
    common.note("%s: %d new samples".formatted(writing.output(), count));
    return 0;
  }

  private SampleSink sink(RicvaeModel model, long count) {
    String name = writing.output().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png")
        ? new SheetSink(writing.file(), model, (int) count)
        : writing.create(model.shape(), model.type(), count);
  }
}
