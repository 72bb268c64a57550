package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.HashMap;
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
    Quality real = Quality.of(outcomes.get(Measurements.TEST).orElseThrow());
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
    row("test digits", "", Measurements.TEST);
    row("dirty digits", "", Measurements.DIRT);
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
      findings.text(trainings.fate(condition));
    }
  }

  private Map<Variant, Quality> qualities(Condition condition) {
    Map<Variant, Quality> made = new HashMap<>();
    for (Variant variant : Figure4.VARIANTS) {
      outcomes
          .get(Measurements.key(condition, variant))
          .ifPresent(outcome -> made.put(variant, Quality.of(outcome)));
    }
    return made;
  }

  private Block table(Condition condition, Quality real, Map<Variant, Quality> made) {
    QualityTable table = new QualityTable(real);
    List<Block.Row> rows = new ArrayList<>();
    for (Variant variant : Figure4.VARIANTS) {
      Quality quality = made.get(variant);
      rows.add(
          quality == null
              ? QualityTable.none(variant.title())
              : table.row(variant.title(), quality));
      if (quality != null) {
        row(variant.title(), condition.key(), Measurements.key(condition, variant));
      }
    }
    rows.add(table.reference());
    outcomes
        .get(Measurements.DIRT)
        .filter(outcome -> condition == Condition.DIRTY)
        .ifPresent(o -> rows.add(table.row("the dirty digits themselves", Quality.of(o))));
    return new Block.Table(
        "Samples of models that learned from digits, %s, against real digits"
            .formatted(condition.title()),
        QualityTable.columns("samples"),
        rows);
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
