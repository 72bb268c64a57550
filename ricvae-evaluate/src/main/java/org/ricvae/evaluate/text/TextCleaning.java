package org.ricvae.evaluate.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.ricvae.evaluate.OwnTable;
import org.ricvae.table.clean.CleanOptions;
import org.ricvae.table.clean.TableCleaner;
import org.ricvae.table.file.Change;
import org.ricvae.table.file.ChangesReader;
import org.ricvae.table.file.Column;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.TableSource;

/**
 * What {@code ricvae clean} makes of a table, from file to file.
 *
 * @param all its changes
 * @param flagged those that fill no hole
 * @param looked the columns that the model looks at, from 0
 */
record TextCleaning(List<TextChange> all, List<TextChange> flagged, Set<Integer> looked) {
  /** Learns from a file and cleans it; writes nothing that stays. */
  static TextCleaning of(Path csv, long seed) {
    TableFile file = TableFile.open(csv);
    TableModel model = OwnTable.fit(TableSource.of(file), seed).model();
    CleanOptions options = new CleanOptions(OptionalDouble.empty(), TableModel.DEFAULT_PASSES, 1);
    try {
      Path folder = Files.createTempDirectory("ricvae-text-");
      Path out = folder.resolve("out.csv");
      Path changes = folder.resolve("changes.csv");
      try {
        TableCleaner.clean(file, model, out, changes, options, position -> {});
        return read(file, model, changes);
      } finally {
        Files.deleteIfExists(out);
        Files.deleteIfExists(changes);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextCleaning read(TableFile file, TableModel model, Path changes) {
    List<String> names = file.columns().stream().map(Column::name).toList();
    Set<Integer> looked = new HashSet<>();
    for (int column : model.schema().columnsOfCells()) {
      looked.add(column);
    }
    List<TextChange> all = new ArrayList<>();
    List<TextChange> flagged = new ArrayList<>();
    try (ChangesReader reader = ChangesReader.open(changes)) {
      while (reader.hasNext()) {
        Change change = reader.next();
        TextChange text =
            new TextChange(
                (int) change.row() - 1, names.indexOf(change.column()), change.replacement());
        all.add(text);
        if (!change.reason().equals("missing")) {
          flagged.add(text);
        }
      }
    }
    return new TextCleaning(all, flagged, looked);
  }

  /** The share of a table's wrong cells that lie in columns which the model looks at. */
  double reachable(DirtyTable table) {
    int wrong = 0;
    for (int i = 0; i < table.dirty().size(); i++) {
      for (int j : looked) {
        wrong += table.isWrong(i, j) ? 1 : 0;
      }
    }
    return wrong == 0 ? 0 : (double) wrong / table.wrongCells();
  }
}
