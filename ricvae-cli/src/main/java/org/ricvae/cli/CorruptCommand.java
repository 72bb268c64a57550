package org.ricvae.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.option.Range;
import org.ricvae.cli.option.Reading;
import org.ricvae.cli.option.Writing;
import org.ricvae.cli.output.Json;
import org.ricvae.corrupt.Corruption;
import org.ricvae.corrupt.Corruptor;
import org.ricvae.data.InputException;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.data.ValueType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae corrupt}: the paper's corruptions, exactly repeatable. */
@Command(
    name = "corrupt",
    customSynopsis = "ricvae corrupt DATA -o OUT [OPTION...]",
    description =
        "Makes clean data dirty, in exactly the same way for the same seed, and writes a mask of what it did. To try out how well cleaning works.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  A dark disc of radius 3 to 12 pixels on 60 %% of the images:",
      "    ricvae corrupt clean.idx.gz -o dirty.idx.gz --circles 0.6 --radius 3:12 --mask mask.idx.gz",
      "  40 %% of the pixels replaced by random greys:",
      "    ricvae corrupt clean/ -o dirty --salt-and-pepper 0.4 --seed 7",
      "  5 %% of a table's cells replaced:",
      "    ricvae corrupt table.npy -o dirty.npy --cells 0.05",
    })
final class CorruptCommand implements Callable<Integer> {
  @Mixin Common common;
  @Mixin Reading reading;
  @Mixin Writing writing;

  @Parameters(paramLabel = "DATA", description = "The clean data set.")
  Path data;

  @Option(
      names = "--circles",
      paramLabel = "SHARE",
      description = "Dark discs on this share of the images, 0 to 1.")
  Double circles;

  @Option(
      names = "--radius",
      paramLabel = "MIN:MAX",
      description = "Radius of the discs in pixels, such as 3:12.")
  Range radius;

  @Option(
      names = "--rectangles",
      paramLabel = "SHARE",
      description = "Dark rectangles on this share of the images, 0 to 1.")
  Double rectangles;

  @Option(
      names = "--side",
      paramLabel = "MIN:MAX",
      description = "Sides of the rectangles in pixels, such as 4:16.")
  Range side;

  @Option(
      names = "--salt-and-pepper",
      paramLabel = "SHARE",
      description = "This share of the pixels replaced by random values, 0 to 1.")
  Double saltAndPepper;

  @Option(
      names = "--cells",
      paramLabel = "SHARE",
      description = "This share of the values replaced by random ones of their column, 0 to 1.")
  Double cells;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "Where to write the mask: 255 where a value was replaced, else 0.")
  Path mask;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print counts as JSON.")
  boolean json;

  @Override
  public Integer call() {
    List<Corruption> corruptions = corruptions();
    try (Samples clean = reading.open(data, common::note);
        SampleSink dirty = writing.create(clean, clean.type());
        SampleSink marks = writing.create(mask, clean, ValueType.U8)) {
      Corruptor.Summary summary = Corruptor.corrupt(clean, corruptions, seed, dirty, marks);
      dirty.commit();
      marks.commit();
      print(summary);
    }
    return 0;
  }

  private List<Corruption> corruptions() {
    List<Corruption> corruptions = new ArrayList<>();
    if (circles != null) {
      require(radius, "--circles", "--radius MIN:MAX in pixels, such as --radius 3:12");
      corruptions.add(new Corruption.Circles(circles, radius.min(), radius.max()));
    }
    if (rectangles != null) {
      require(side, "--rectangles", "--side MIN:MAX in pixels, such as --side 4:16");
      corruptions.add(new Corruption.Rectangles(rectangles, side.min(), side.max()));
    }
    if (saltAndPepper != null) {
      corruptions.add(new Corruption.SaltAndPepper(saltAndPepper));
    }
    if (cells != null) {
      corruptions.add(new Corruption.Cells(cells));
    }
    if (corruptions.isEmpty()) {
      throw new InputException(
          "nothing to do: give one or more of --circles, --rectangles, --salt-and-pepper, --cells, each with a share such as 0.4");
    }
    return corruptions;
  }

  private static void require(Range range, String option, String needed) {
    if (range == null) {
      throw new InputException("%s needs %s".formatted(option, needed));
    }
  }

  private void print(Corruptor.Summary summary) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("output", writing.output().toString());
      fields.put("samples", summary.samples());
      fields.put("samples_changed", summary.changedSamples());
      fields.put("values", summary.values());
      fields.put("values_changed", summary.changedValues());
      fields.put("seed", seed);
      common.print(Json.pretty(fields));
    } else {
      common.note(
          String.format(
              Locale.ROOT,
              "%s: %d of %d samples and %.1f %% of the values were made dirty",
              writing.output(),
              summary.changedSamples(),
              summary.samples(),
              100.0 * summary.changedValues() / summary.values()));
    }
  }
}
