package org.ricvae.evaluate.detection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.Fingerprint;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.PaperListener;

/**
 * Detectors × sets × seeds: how well scores, which have seen no label, find known outliers. Each
 * result is kept at once, so that an interrupted study continues; the page, {@code
 * OUTPUT/detection.html}, is an assembly of kept results.
 */
public final class DetectionStudy {
  /** The study's name, and that of its folder. */
  public static final String NAME = "detection";

  /** The name by which the page knows our own detector. */
  public static final String OURS = "ricvae";

  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  private DetectionStudy() {}

  /**
   * Runs what is not done yet and writes the page.
   *
   * @param tables the sets, such as those of {@link LabelledTable#folder}
   * @param detectors with distinct names
   * @param listener hears of progress, on the caller's thread
   * @return all results, old and new
   * @throws InputException where there is nothing to run, or the output cannot be written
   */
  public static DetectionResults run(
      List<LabelledTable> tables,
      List<Detector> detectors,
      StudyOptions options,
      PaperListener listener) {
    StudyOptions.requireDistinct(detectors.stream().map(Detector::name).toList(), "detectors");
    StudyOptions.requireDistinct(tables.stream().map(LabelledTable::name).toList(), "sets");
    Lab lab = options.lab(NAME, listener);
    List<Cell> cells = new ArrayList<>();
    for (LabelledTable table : tables) {
      String fingerprint = Fingerprint.of(table.rows());
      for (Detector detector : detectors) {
        for (int seed = 1; seed <= seeds(detector, options); seed++) {
          cells.add(cell(table, fingerprint, detector, seed));
        }
      }
    }
    lab.begin(NAME, cells.stream().mapToLong(Cell::cost).sum());
    DetectionResults results =
        collect(tables, detectors, options, lab.cells(NAME).run(cells), lab.failures());
    DetectionPage.write(options.output(), results);
    listener.end();
    return results;
  }

  private static int seeds(Detector detector, StudyOptions options) {
    return detector.random() ? options.seeds() : 1;
  }

  private static Cell cell(LabelledTable table, String fingerprint, Detector detector, long seed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", fingerprint);
    settings.put("outliers", table.outliers());
    settings.put("detector", detector.name());
    settings.put("settings", detector.settings());
    settings.put("seed", seed);
    long cost = Math.max(1, Math.round(1e-6 * table.rows().values().length));
    return new Cell(
        key(table, detector, seed),
        cost,
        settings,
        progress -> DetectionCell.measure(table, finite(detector, table, seed)));
  }

  private static Scores finite(Detector detector, LabelledTable table, long seed) {
    Scores scores = detector.scores(table.rows(), seed);
    for (double score : scores.values()) {
      if (!Double.isFinite(score)) {
        throw new InputException(
            "%s gives a row of %s the score %s".formatted(detector.name(), table.name(), score));
      }
    }
    return scores;
  }

  private static String key(LabelledTable table, Detector detector, long seed) {
    return Fingerprint.fileName("%s_%s_seed%d".formatted(table.name(), detector.name(), seed));
  }

  private static DetectionResults collect(
      List<LabelledTable> tables,
      List<Detector> detectors,
      StudyOptions options,
      Outcomes outcomes,
      List<Lab.Failure> failures) {
    List<DetectionCell> found = new ArrayList<>();
    for (LabelledTable table : tables) {
      for (Detector detector : detectors) {
        for (int s = 1; s <= seeds(detector, options); s++) {
          long seed = s;
          outcomes
              .get(key(table, detector, seed))
              .ifPresent(o -> found.add(DetectionCell.of(table, detector, seed, o)));
        }
      }
    }
    return new DetectionResults(
        tables.stream().map(LabelledTable::name).toList(),
        detectors.stream().map(Detector::name).toList(),
        found,
        failures);
  }
}
