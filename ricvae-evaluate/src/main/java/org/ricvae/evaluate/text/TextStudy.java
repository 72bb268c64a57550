package org.ricvae.evaluate.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.Fingerprint;
import org.ricvae.evaluate.OwnTable;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Lab;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.PaperListener;

/**
 * Real dirty tables × seeds: how well {@code clean}, at its defaults and without the truth, finds
 * the wrong cells and writes the right texts. Each result is kept at once, so that an interrupted
 * study continues; the page, {@code OUTPUT/text.html}, is an assembly of kept results.
 */
public final class TextStudy {
  /** The study's name, and that of its folder. */
  public static final String NAME = "text";

  /** To be raised whenever the cells compute something else than before. */
  private static final int RECIPE = 1;

  private TextStudy() {}

  /**
   * Runs what is not done yet and writes the page.
   *
   * @param folder whose folders have {@code dirty.csv} and {@code clean.csv}, as {@link
   *     DirtyTable#folder} takes it
   * @param listener hears of progress, on the caller's thread
   * @return all results, old and new
   * @throws InputException where there is nothing to run, or the output cannot be written
   */
  public static TextResults run(Path folder, StudyOptions options, PaperListener listener) {
    List<DirtyTable> tables = DirtyTable.folder(folder);
    Lab lab = options.lab(NAME, listener);
    List<Cell> cells = new ArrayList<>();
    for (DirtyTable table : tables) {
      String dirty = Fingerprint.of(table.dirty());
      String clean = Fingerprint.of(table.clean());
      for (int seed = 1; seed <= options.seeds(); seed++) {
        cells.add(cell(table, folder, dirty + clean, seed));
      }
    }
    lab.begin(NAME, cells.stream().mapToLong(Cell::cost).sum());
    TextResults results = collect(tables, options, lab.cells(NAME).run(cells), lab.failures());
    TextPage.write(options.output(), results);
    listener.end();
    return results;
  }

  private static Cell cell(DirtyTable table, Path folder, String fingerprint, long seed) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("data", fingerprint);
    settings.put("settings", OwnTable.settings());
    settings.put("seed", seed);
    long cells = (long) table.dirty().size() * table.columns().size();
    return new Cell(
        key(table, seed),
        Math.max(1, Math.round(1e-3 * cells)),
        settings,
        progress -> {
          TextCleaning cleaning =
              TextCleaning.of(folder.resolve(table.name()).resolve(DirtyTable.DIRTY), seed);
          return TextCell.values(
              cleaning.reachable(table),
              TextMetrics.of(table, cleaning.all()),
              TextMetrics.of(table, cleaning.flagged()));
        });
  }

  private static String key(DirtyTable table, long seed) {
    return Fingerprint.fileName("%s_seed%d".formatted(table.name(), seed));
  }

  private static TextResults collect(
      List<DirtyTable> tables,
      StudyOptions options,
      Outcomes outcomes,
      List<Lab.Failure> failures) {
    List<TextCell> found = new ArrayList<>();
    for (DirtyTable table : tables) {
      for (int s = 1; s <= options.seeds(); s++) {
        long seed = s;
        outcomes.get(key(table, seed)).ifPresent(o -> found.add(TextCell.of(table, seed, o)));
      }
    }
    return new TextResults(tables.stream().map(DirtyTable::name).toList(), found, failures);
  }
}
