package org.ricvae.table.model;

import java.nio.file.Path;
import org.ricvae.data.InputException;
import org.ricvae.model.Cells;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.table.schema.Schema;
import org.ricvae.use.TrainedModel;

/**
 * All of a table's model but its networks.
 *
 * @param schema what the columns are
 * @param scales usual residuals
 * @param calibration how far flags can be trusted
 * @param rowThreshold beyond which a row is flagged
 * @param wrong ρ
 * @param seed of the groups in which cells are hidden
 */
record Judgement(
    Schema schema,
    ResidualScales scales,
    Calibration calibration,
    double rowThreshold,
    double wrong,
    long seed) {
  /** Refuses a judgement that belongs to other networks. */
  void requireFit(Path folder, TrainedModel model) {
    Cells cells = schema.cells();
    boolean fits =
        model.vae().objective().likelihood() instanceof MixedLikelihood mixed
            && mixed.cells().equals(cells)
            && scales.cell().length == cells.numeric()
            && calibration.cells().size() == cells.count();
    if (!fits) {
      throw new InputException(
          "%s: %s does not belong to the networks beside it; train the model again"
              .formatted(folder, JudgementFile.NAME));
    }
  }
}
