package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ricvae.RicvaeModel;
import org.ricvae.data.SampleShape;
import org.ricvae.paper.lab.Findings;
import org.ricvae.paper.lab.Inputs;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.report.Block;
import org.ricvae.report.ImageRow;
import org.ricvae.report.ImageSheet;

/** The page of Figure 4. */
final class Figure4Findings {
  /** Samples shown of each of the paper's models, as there. */
  private static final int SHOWN = 100;

  /** And of whatever else. */
  private static final int SHOWN_BESIDE = 40;

  /** In rows of so many. */
  private static final int COLUMNS = 20;

  private static final SampleShape SHAPE = Inputs.DIGIT;

  private final DigitSizes sizes;
  private final Trainings trainings;
  private final Outcomes outcomes;
  private final Findings findings = new Findings();

  Figure4Findings(DigitSizes sizes, Trainings trainings, Outcomes outcomes) {
    this.sizes = sizes;
    this.trainings = trainings;
    this.outcomes = outcomes;
  }

  /**
   * Writes it all.
   *
   * @param accuracy of the classifier
   */
  Findings write(double accuracy) {
    introduce(accuracy);
    Quality real = Quality.of(outcomes.get(Figure4.TEST).orElseThrow());
    for (Condition condition : Condition.values()) {
      Map<Variant, Quality> made = qualities(condition);
      Figure4Claims claims = new Figure4Claims(real, made);
      switch (condition) {
        case CLEAN -> claims.clean(findings);
        case DIRTY -> claims.dirty(findings);
      }
    }
    for (Condition condition : Condition.values()) {
      findings.add(table(condition, real, qualities(condition)));
      sheet(condition);
    }
    row("test digits", "", Figure4.TEST);
    row("dirty digits", "", Figure4.DIRT);
    return findings;
  }

  private void introduce(double accuracy) {
    findings.text(
        "Three models are trained on %d digits, once clean and once with 40 %% of the pixels replaced by random values: ℓ2-VAE, iC-VAE and RiC-VAE with N = 5 (κ = 30, networks 784-512-512-30 and mirrored, one seed). A sample is z ~ N(0, I), decoded, and sent through the networks M − 1 further times: each pass takes the mean of the one before, or, where it says \"drawn\", a draw around it as in training. All variants decode the same z."
            .formatted(sizes.digits()));
    findings.text(
        "A picture proves little, so %d samples of each are compared with as many clean training digits: precision and recall (Kynkäänniemi et al. 2019, k = 3), density and coverage (Naeem et al. 2020, k = 5) and a Fréchet distance, all in the last hidden layer of a classifier that was trained on clean labelled digits (%.2f %% of the test digits right) and is a ruler only: no model sees it, or a label. Sharpness is the variance of the Laplacian, as a share of that of real digits. Test digits are the line to compare with; precision and density above theirs mean samples from the thick of it, not better digits."
            .formatted(sizes.compared(), 100 * accuracy));
    findings.text(
        "\"More authentic\" is meant as: F (the harmonic mean of precision and recall, for precision alone would praise whoever makes one digit only) larger by more than %.2f and Fréchet distance smaller by more than %.0f %%; if only one of the two is, the claim holds in part. \"Crisper\": sharpness closer to that of real digits, as a ratio."
            .formatted(Figure4Claims.TIE_F, 100 * Figure4Claims.TIE_FRECHET));
    for (Condition condition : Condition.values()) {
      fate(condition);
    }
  }

  /** Tells how the trainings of a condition ended. */
  private void fate(Condition condition) {
    StringBuilder text = new StringBuilder();
    trainings
        .epsilon(condition)
        .ifPresentOrElse(
            e -> text.append("ε = %s".formatted(e)),
            () -> text.append("no ε leaves the posterior alive"));
    for (DigitModel model : DigitModel.values()) {
      String end =
          trainings
              .outcome(condition, model)
              .map(
                  o ->
                      o.has("failed")
                          ? "came to nothing (%s)".formatted(o.text("failed"))
                          : "%.0f of %d latent dimensions active"
                              .formatted(o.number("active"), DigitModel.LATENT))
              .orElse("not trained");
      text.append("; ").append(model.title()).append(": ").append(end);
    }
    findings.text("Learned from digits, %s: %s.".formatted(condition.title(), text));
  }

  private Map<Variant, Quality> qualities(Condition condition) {
    Map<Variant, Quality> made = new EnumMap<>(Variant.class);
    for (Variant variant : Figure4.VARIANTS) {
      outcomes
          .get(Figure4.key(condition, variant))
          .ifPresent(outcome -> made.put(variant, Quality.of(outcome)));
    }
    return made;
  }

  private Block table(Condition condition, Quality real, Map<Variant, Quality> made) {
    List<Block.Row> rows = new ArrayList<>();
    for (Variant variant : Figure4.VARIANTS) {
      Quality quality = made.get(variant);
      rows.add(
          quality == null
              ? Block.Row.of(variant.title(), "–", "–", "–", "–", "–", "–")
              : row(variant.title(), quality, real));
      if (quality != null) {
        row(variant.title(), condition.key(), Figure4.key(condition, variant));
      }
    }
    rows.add(row("real test digits", real, real));
    outcomes
        .get(Figure4.DIRT)
        .filter(outcome -> condition == Condition.DIRTY)
        .ifPresent(o -> rows.add(row("the dirty digits themselves", Quality.of(o), real)));
    return new Block.Table(
        "Samples of models that learned from digits, %s, against real digits"
            .formatted(condition.title()),
        List.of(
            Block.Column.text("samples"),
            Block.Column.number("precision"),
            Block.Column.number("recall"),
            Block.Column.number("density"),
            Block.Column.number("coverage"),
            Block.Column.number("Fréchet distance"),
            Block.Column.number("sharpness (% of real)")),
        rows);
  }

  private static Block.Row row(String name, Quality quality, Quality real) {
    Manifold manifold = quality.manifold();
    return Block.Row.of(
        name,
        "%.3f".formatted(manifold.precision()),
        "%.3f".formatted(manifold.recall()),
        "%.3f".formatted(manifold.density()),
        "%.3f".formatted(manifold.coverage()),
        "%.2f".formatted(quality.frechet()),
        "%.0f".formatted(100 * quality.sharpness() / real.sharpness()));
  }

  private void row(String samples, String learnedFrom, String key) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("samples", samples);
    row.put("learned_from", learnedFrom);
    outcomes.get(key).ifPresent(outcome -> row.putAll(outcome.values()));
    findings.numbers(row);
  }

  private void sheet(Condition condition) {
    List<ImageRow> rows = new ArrayList<>();
    for (Variant variant : Figure4.VARIANTS) {
      Optional<RicvaeModel> model = trainings.model(condition, variant.model());
      int n = variant.drawn() ? SHOWN_BESIDE : SHOWN;
      model.ifPresent(m -> add(rows, variant.title(), variant.generate(m, n)));
    }
    add(rows, "learned from", Pixels.of(trainings.images(condition), 0, SHOWN_BESIDE));
    findings.sheet(
        "samples-" + condition.key(),
        ImageSheet.of(rows),
        "%d samples of each of the paper's five that learned from digits, %s; %d of two others, with draws between the passes; last, %d of those digits."
            .formatted(SHOWN, condition.title(), SHOWN_BESIDE, SHOWN_BESIDE));
  }

  private static void add(List<ImageRow> rows, String title, Points images) {
    List<float[]> each = Pixels.each(images);
    for (int start = 0; start < each.size(); start += COLUMNS) {
      rows.add(
          ImageRow.pictures(start == 0 ? title : "", SHAPE, each.subList(start, start + COLUMNS)));
    }
  }
}
