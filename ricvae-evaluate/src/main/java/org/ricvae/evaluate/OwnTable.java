package org.ricvae.evaluate;

import org.ricvae.baseline.Matrix;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.table.model.TableFit;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.model.TableOptions;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import org.ricvae.train.TrainingListener;

/** Our own method at its defaults, on a table. */
public final class OwnTable {
  /** To be raised whenever the method computes something else than before. */
  private static final int RECIPE = 4;

  private final TableSource source;
  private final TableModel model;

  private OwnTable(TableSource source, TableModel model) {
    this.source = source;
    this.model = model;
  }

  /** Fits the rows on one thread: a study runs its cells side by side. */
  public static OwnTable fit(Matrix rows, long seed) {
    float[] values = new float[rows.values().length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (float) rows.values()[k];
    }
    return fit(TableSource.of(Samples.of(SampleShape.vector(rows.columns()), values)), seed);
  }

  /** Fits a table of texts, on one thread likewise. */
  public static OwnTable fit(TableSource source, long seed) {
    TableOptions options = TableOptions.defaults().withSeed(seed).withThreads(1);
    return new OwnTable(
        source, TableFit.fit(source, SchemaOptions.AUTOMATIC, options, TrainingListener.NONE));
  }

  /** Everything that results depend on but data and seed. */
  public static String settings() {
    return "recipe %d, M %d, %s"
        .formatted(RECIPE, TableModel.DEFAULT_PASSES, TableOptions.defaults().withThreads(1));
  }

  /** The table. */
  public TableSource source() {
    return source;
  }

  /** Its model. */
  public TableModel model() {
    return model;
  }
}
