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
import org.ricvae.cli.output.ScoreFile;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import org.ricvae.use.Detection;
import org.ricvae.use.RecoveryOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae score}: how far each sample is from what the model can explain. */
@Command(
    name = "score",
    customSynopsis = "ricvae score DATA -m MODEL -o OUT.csv [OPTION...]",
    description = {
      "Writes a table with a row a sample: its number (or file name), its score, and 1 where it is flagged.",
      "The score is the mean squared residual on the scaled data; the threshold was found in training, without labels."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae score photos/ -m model -o scores.csv",
      "  With a map of each sample, and an evaluation against known outliers:",
      "    ricvae score x.npy -m model -o scores.csv --cells map.npy --labels y.npy --json",
    })
final class ScoreCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;
  @Mixin ModelPlace place;
  @Mixin Writing writing;
  @Mixin Workers workers;

  @Parameters(paramLabel = "DATA", description = "Data of the shape of the training's.")
  Path data;

  @Option(
      names = "-M",
      paramLabel = "PASSES",
      defaultValue = "1",
      description = "Passes (default: ${DEFAULT-VALUE}).")
  int passes;

  @Option(
      names = "--cells",
      paramLabel = "FILE",
      description = "Where to write the score of each value: its absolute residual.")
  Path cells;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The truth, a number a sample: 0 for what belongs, anything else for an outlier (the positive class). Adds ROC-AUC, average precision and F1.")
  Path labels;

  @Option(names = "--json", description = "Print counts and the evaluation as JSON.")
  boolean json;

  @Override
  public Integer call() {
    RecoveryOptions options = new RecoveryOptions(passes, false, 0, false, 0);
    RicvaeModel model = place.load(common);
    double threshold = model.thresholds().sample();
    try (Samples samples = reading.open(data, common::note);
        ScoreFile scores = new ScoreFile(writing.file(), samples, threshold);
        SampleSink map = writing.create(cells, samples, ValueType.F32);
        Progress progress = common.progress()) {
      boolean[] outlier = labels == null ? null : Labels.read(labels, samples.count());
      double[] all = new double[labels == null ? 0 : outlier.length];
      progress.begin("scoring", "samples", samples.count());
      model
          .streams(workers.threads())
          .recover(
              samples,
              options,
              (recovered, n, first) -> {
                scores.write(recovered.scores());
                map.write(recovered.residuals(), 0, n);
                if (outlier != null) {
                  System.arraycopy(recovered.scores(), 0, all, (int) first, n);
                }
              },
              progress::at);
      progress.end();
      Detection detection = outlier == null ? null : Detection.of(all, outlier, threshold);
      scores.commit();
      map.commit();
      print(scores, threshold, detection);
    }
    return 0;
  }

  private void print(ScoreFile scores, double threshold, Detection detection) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", writing.output().toString());
      fields.put("samples", scores.samples());
      fields.put("flagged", scores.flagged());
      fields.put("threshold", threshold);
      if (detection != null) {
        fields.put("outliers", detection.outliers());
        fields.put("roc_auc", detection.rocAuc());
        fields.put("average_precision", detection.averagePrecision());
        fields.put("precision", detection.precision());
        fields.put("recall", detection.recall());
        fields.put("f1", detection.f1());
      }
      common.print(Json.pretty(fields));
      return;
    }
    common.note(
        "%s: %d of %d samples are flagged"
            .formatted(writing.output(), scores.flagged(), scores.samples()));
    if (detection != null) {
      common.print(
          String.format(
              Locale.ROOT,
              "ROC-AUC %.4f, average precision %.4f, F1 %.4f (precision %.4f, recall %.4f), %d outliers",
              detection.rocAuc(),
              detection.averagePrecision(),
              detection.f1(),
              detection.precision(),
              detection.recall(),
              detection.outliers()));
    }
  }
}
