package org.ricvae.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.output.Json;
import org.ricvae.corrupt.Comparison;
import org.ricvae.data.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae compare}: how much two data sets differ. */
@Command(
    name = "compare",
    customSynopsis = "ricvae compare A B [--mask FILE] [OPTION...]",
    description = {
      "Says how much two data sets differ, as JSON: mse is the mean squared error a value, on the [0,1] scale for 8-bit images; mse_masked and mse_unmasked the same inside and outside the mask.",
      "The two may be of different formats. What the options say about reading goes for those of the files that it can apply to."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ricvae compare cleaned.npy clean.npy",
      "  ricvae compare cleaned.idx.gz clean.idx.gz --mask mask.idx.gz",
      "  ricvae compare cleaned/ faces.mat --shape 28x20 --column-major",
    })
final class CompareCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;

  @Parameters(index = "0", paramLabel = "A", description = "A data set.")
  Path a;

  @Parameters(index = "1", paramLabel = "B", description = "What to compare it with.")
  Path b;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "A data set of the same shape: 0 where a value was left as it was.")
  Path mask;

  @Override
  public Integer call() {
    try (Samples first = reading.openAsFits(a, common::note);
        Samples second = reading.openAsFits(b, common::note);
        Samples marks = mask == null ? null : reading.openAsFits(mask, common::note)) {
      common.print(Json.pretty(fields(Comparison.of(first, second, Optional.ofNullable(marks)))));
    }
    return 0;
  }

  private static Map<String, Object> fields(Comparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("mse", comparison.mse());
    fields.put("mse_masked", comparison.mseMasked());
    fields.put("mse_unmasked", comparison.mseUnmasked());
    fields.put("mae", comparison.mae());
    fields.put("samples", comparison.samples());
    fields.put("values", comparison.values());
    fields.put("values_masked", comparison.masked());
    fields.put("values_missing", comparison.missing());
    fields.put("scale", comparison.scale());
    fields.put("sample_mse_min", comparison.sampleMseMin());
    fields.put("sample_mse_median", comparison.sampleMseMedian());
    fields.put("sample_mse_max", comparison.sampleMseMax());
    return fields;
  }
}
