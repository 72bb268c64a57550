package org.ricvae.table.model;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ricvae.data.InputException;
import org.ricvae.file.ModelFile;
import org.ricvae.file.Provenance;
import org.ricvae.kernel.KernelProvider;
import org.ricvae.kernel.Kernels;
import org.ricvae.kernel.WorkerTeam;
import org.ricvae.table.file.RowCursor;
import org.ricvae.table.schema.RowEncoder;
import org.ricvae.table.schema.Schema;
import org.ricvae.table.schema.Spelling;
import org.ricvae.table.schema.TableSource;
import org.ricvae.use.TrainedModel;

/** A model of a table: judges the rows of this one and of others like it. Immutable. */
public final class TableModel {
  /** M, passes at test: flagged cells are hidden from the judgement of others twice. */
  public static final int DEFAULT_PASSES = 3;

  private final TrainedModel trained;
  private final Provenance provenance;
  private final Judgement judgement;
  private final Drawing drawing;

  /**
   * A model.
   *
   * @param drawing how new rows are drawn; null: not known
   */
  TableModel(TrainedModel trained, Provenance provenance, Judgement judgement, Drawing drawing) {
    this.trained = trained;
    this.provenance = provenance;
    this.judgement = judgement;
    this.drawing = drawing;
  }

  /** The networks. */
  TrainedModel trained() {
    return trained;
  }

  /** ρ. */
  double wrong() {
    return judgement.wrong();
  }

  /** What the columns are. */
  public Schema schema() {
    return judgement.schema();
  }

  /** How far flags can be trusted. */
  public Calibration calibration() {
    return judgement.calibration();
  }

  /** The usual distances from what is expected. */
  public ResidualScales scales() {
    return judgement.scales();
  }

  /** Beyond which a row is flagged: by within-class scatter over the training data. */
  public double rowThreshold() {
    return judgement.rowThreshold();
  }

  /** Where the model comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /** Whether a folder holds a model of a table, rather than one of images or arrays. */
  public static boolean isTable(Path folder) {
    return JudgementFile.isIn(folder);
  }

  /**
   * Fails if {@link #save} would: before the training rather than after.
   *
   * @param more names of the further files
   * @throws InputException where the folder cannot be created, or holds what is not to be lost
   */
  public static void requireWritable(Path folder, Set<String> more) {
    Set<String> all = new HashSet<>(more);
    all.addAll(List.of(JudgementFile.NAME, DrawingFile.NAME));
    ModelFile.requireWritable(folder, all);
  }

  /** Saves the model to a folder without any other files. */
  public void save(Path folder) {
    save(folder, Map.of());
  }

  /**
   * Saves the model to a folder, whole or not at all.
   *
   * @param more further files by name, such as the log of the training
   * @throws InputException where that is impossible
   */
  public void save(Path folder, Map<String, byte[]> more) {
    Map<String, byte[]> all = new LinkedHashMap<>(more);
    all.put(JudgementFile.NAME, JudgementFile.write(judgement));
    if (drawing != null) {
      all.put(DrawingFile.NAME, DrawingFile.write(drawing));
    }
    ModelFile.write(folder, trained, provenance, null, all);
  }

  /**
   * Loads a model. Executes nothing and trusts nothing that the files say.
   *
   * @throws InputException where it is not a model of a table, or a damaged one
   */
  public static TableModel load(Path folder) {
    ModelFile.Stored stored = ModelFile.read(folder);
    Judgement judgement = JudgementFile.read(folder);
    judgement.requireFit(folder, stored.model());
    Drawing drawing = DrawingFile.read(folder, stored.model()).orElse(null);
    return new TableModel(stored.model(), stored.provenance(), judgement, drawing);
  }

  /**
   * Begins to draw new rows.
   *
   * @param seed on which they depend, and on nothing else
   * @throws InputException where the model was trained before this was possible
   */
  public RowDraws draws(long seed) {
    if (drawing == null) {
      throw new InputException(
          "the model has no %s, from which new rows are drawn; train it again"
              .formatted(DrawingFile.NAME));
    }
    return new RowDraws(this, drawing, seed);
  }

  /**
   * Judges all rows of a table.
   *
   * @param passes M, 1 or more
   * @param receiver takes the rows in order, some at a time
   * @throws InputException where the table has other columns, or cannot be read
   */
  public void judge(TableSource table, int passes, int threads, Consumer<JudgedRows> receiver) {
    schema().requireSame(table.name(), table.columns());
    RowEncoder encoder = new RowEncoder(schema());
    try (WorkerTeam team = new WorkerTeam(threads);
        RowCursor cursor = table.rows().get()) {
      CellJudge[] judges = new CellJudge[threads];
      for (int i = 0; i < threads; i++) {
        judges[i] = newJudge(encoder.spellings(), KernelProvider.best());
      }
      int chunk = judges[0].capacity();
      float[][] values = new float[2 * threads][chunk * encoder.cells()];
      JudgedRows[] judged = new JudgedRows[values.length];
      boolean more = true;
      while (more) {
        int[] rows = new int[values.length];
        int parts = 0;
        while (more && parts < values.length) {
          while (rows[parts] < chunk && (more = cursor.next())) {
            encoder.encode(cursor, values[parts], rows[parts]++ * encoder.cells());
          }
          parts += rows[parts] > 0 ? 1 : 0;
        }
        int filled = parts;
        team.run(
            worker -> {
              for (int p = team.next(); p < filled; p = team.next()) {
                judged[p] = judge(judges[worker], values[p].clone(), rows[p], passes);
              }
            });
        for (int p = 0; p < parts; p++) {
          receiver.accept(judged[p]);
        }
      }
    }
  }

  /** Memory to judge rows, for one thread. */
  CellJudge newJudge(List<Spelling> spellings, Kernels kernels) {
    return new CellJudge(trained, spellings, kernels, judgement.wrong(), judgement.seed());
  }

  /** Judges the first n rows of {@code [capacity × cells]}. */
  JudgedRows judge(CellJudge judge, float[] values, int n, int passes) {
    JudgedRows judged = judge.judge(values, n, scales(), passes);
    float[] scores = judged.scores();
    for (int i = 0; i < scores.length; i++) {
      if (!Float.isNaN(scores[i])) {
        scores[i] = (float) calibration().cells().get(i % judged.cells()).score(scores[i]);
      }
    }
    return judged;
  }
}
