package org.ricvae.cli.table;

import java.util.List;
import org.ricvae.table.model.TableModel;
import org.ricvae.train.EpochReport;

/**
 * A table's model and how it came to be.
 *
 * @param epochs of its training; none where nothing is known of them
 */
record Trained(TableModel model, List<EpochReport> epochs) {
  Trained {
    epochs = List.copyOf(epochs);
  }
}
