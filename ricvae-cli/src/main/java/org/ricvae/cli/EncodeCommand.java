package org.ricvae.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ricvae.RicvaeModel;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.ModelPlace;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.option.Workers;
import org.ricvae.cli.option.Writing;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.SampleShape;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ricvae encode}: the latent code of each sample. */
@Command(
    name = "encode",
    customSynopsis = "ricvae encode DATA -m MODEL -o OUT [OPTION...]",
    description =
        "Writes the latent code of each sample, the mean of its posterior: samples x latent dimensions.",
    footerHeading = "%nExample:%n",
    footer = "  ricvae encode photos/ -m model -o codes.npy")
final class EncodeCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;
  @Mixin ModelPlace place;
  @Mixin Writing writing;
  @Mixin Workers workers;

  @Parameters(paramLabel = "DATA", description = "Data of the shape of the training's.")
  Path data;

  @Override
  public Integer call() {
    RicvaeModel model = place.load(common);
    SampleShape code = SampleShape.vector(model.trained().vae().architecture().latent());
    try (Samples samples = reading.open(data, common::note);
        SampleSink codes = writing.create(code, ValueType.F32, samples.count());
        Progress progress = common.progress()) {
      progress.begin("encoding", "samples", samples.count());
      model.streams(workers.threads()).encode(samples, codes, progress::at);
      progress.end();
      codes.commit();
      common.note(
          "%s: %d codes of %d values".formatted(writing.output(), samples.count(), code.size()));
    }
    return 0;
  }
}
