package org.ricvae.cli.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ricvae.Options;
import org.ricvae.RicvaeModel;
import org.ricvae.Training;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.output.Json;
import org.ricvae.cli.output.Progress;
import org.ricvae.cli.output.ScoreFile;
import org.ricvae.cli.output.SheetSink;
import org.ricvae.cli.training.EventLog;
import org.ricvae.cli.training.Session;
import org.ricvae.corrupt.Comparison;
import org.ricvae.corrupt.Corruption;
import org.ricvae.corrupt.Corruptor;
import org.ricvae.data.AtomicFile;
import org.ricvae.data.SampleSink;
import org.ricvae.data.Samples;
import org.ricvae.format.DataFiles;
import org.ricvae.use.Detection;
import org.ricvae.use.Recovered;
import org.ricvae.use.RecoveryOptions;

/** The main job from beginning to end: corrupt, train, clean, score, generate, report. */
public final class Demo {
  /** The share of the pixels that are replaced by random greys, as in the paper's Figure 4. */
  static final double SHARE = 0.4;

  /** New samples, and the passes they take. */
  static final int NEW_SAMPLES = 100;

  static final int NEW_PASSES = 5;

  /** Images in which the flagged pixels are compared with the truth: enough for three digits. */
  private static final int JUDGED = 500;

  private final DemoFolder folder;
  private final Options options;
  private final double budget;
  private final Common common;
  private final EventLog log = new EventLog();

  /**
   * @param options of the training
   * @param budget seconds after which the training is cut short, unless it has not had a minute
   */
  public Demo(Path folder, Options options, double budget, Common common) {
    this.folder = DemoFolder.prepare(folder);
    this.options = options;
    this.budget = budget;
    this.common = common;
  }

  /**
   * Runs it.
   *
   * @param count images, from the first on
   * @return whether it came to its end; false after Ctrl-C
   */
  public boolean run(int count) {
    long begun = System.nanoTime();
    try (Samples all = folder.unpackImages();
        Samples clean = DataFiles.slice(all, 0, count)) {
      corrupt(clean);
      try (Samples dirty = folder.open("dirty.idx.gz");
          Training training = Training.start(dirty, options)) {
        Session session = new Session(training, folder.model(), log, common);
        Session.End end = session.run(new Enough(begun));
        if (end == Session.End.INTERRUPTED) {
          return false;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        RicvaeModel model = training.model();
        clean(model, dirty);
        generate(model);
        finish(clean, dirty, model, end == Session.End.COMPLETE, seconds);
      }
    }
    return true;
  }

  /** Asked from the first step of the training itself on; gives that a minute in any case. */
  private final class Enough implements BooleanSupplier {
    private static final double LEAST = 60;

    private final long begun;
    private long first;

    Enough(long begun) {
      this.begun = begun;
    }

    @Override
    public boolean getAsBoolean() {
      long now = System.nanoTime();
      first = first == 0 ? now : first;
      return now - begun > budget * 1e9 && now - first > LEAST * 1e9;
    }
  }

  private void corrupt(Samples clean) {
    try (SampleSink dirty = folder.create("dirty.idx.gz", clean);
        SampleSink mask = folder.create("mask.idx.gz", clean)) {
      List<Corruption> corruptions = List.of(new Corruption.SaltAndPepper(SHARE));
      Corruptor.corrupt(clean, corruptions, options.seed(), dirty, mask);
      dirty.commit();
      mask.commit();
    }
  }

  private void clean(RicvaeModel model, Samples dirty) {
    double threshold = model.thresholds().sample();
    try (SampleSink cleaned = folder.create("cleaned.idx.gz", dirty);
        ScoreFile scores = new ScoreFile(folder.file("scores.csv"), dirty, threshold);
        Progress progress = common.progress()) {
      progress.begin("cleaning", "images", dirty.count());
      model
          .streams(options.threads())
          .recover(
              dirty,
              RecoveryOptions.DEFAULT,
              (recovered, n, first) -> {
                cleaned.write(recovered.values(), 0, n);
                scores.write(recovered.scores());
              },
              progress::at);
      cleaned.commit();
      scores.commit();
    }
  }

  private void generate(RicvaeModel model) {
    try (SampleSink sheet = new SheetSink(folder.file("samples.png"), model, NEW_SAMPLES)) {
      float[] values = model.generate(NEW_SAMPLES, NEW_PASSES, options.seed());
      sheet.write(values, 0, NEW_SAMPLES);
      sheet.commit();
    }
  }

  private void finish(
      Samples clean, Samples dirty, RicvaeModel model, boolean complete, double seconds) {
    try (Samples mask = folder.open("mask.idx.gz");
        Samples cleaned = folder.open("cleaned.idx.gz")) {
      Findings findings =
          new Findings(
              Comparison.of(dirty, clean, Optional.of(mask)),
              Comparison.of(cleaned, clean, Optional.of(mask)),
              judge(model, dirty, mask),
              model,
              complete,
              seconds);
      Pictures pictures = new Pictures(dirty, cleaned, clean, model, options.seed());
      new DemoReport(findings, pictures, log.epochs(), folder.path())
          .page()
          .writeTo(folder.file("report.html"));
      pictures.comparison().write(folder.file("comparison.png"));
      String metrics = Json.pretty(findings.fields()) + "\n";
      AtomicFile.write(folder.file("metrics.json"), metrics.getBytes(StandardCharsets.UTF_8));
      common.print(findings.error());
      common.print(findings.pixelsFound());
      common.print(
          "look at %s; go on with: ricvae info %s"
              .formatted(folder.file("report.html"), folder.model()));
    }
  }

  /** How well the residuals and their threshold tell dirty pixels from clean ones. */
  private static Detection judge(RicvaeModel model, Samples dirty, Samples mask) {
    int n = (int) Math.min(JUDGED, dirty.count());
    float[] values = new float[n * dirty.shape().size()];
    dirty.read(0, n, values, 0);
    Recovered recovered = model.clean(values);
    mask.read(0, n, values, 0);
    double[] scores = new double[values.length];
    boolean[] truth = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = recovered.residuals()[i];
      truth[i] = values[i] != 0;
    }
    double threshold = model.thresholds().cell() / model.trained().scaling().factor();
    return Detection.of(scores, truth, threshold);
  }
}
