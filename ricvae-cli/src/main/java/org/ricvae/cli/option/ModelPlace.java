package org.ricvae.cli.option;

import java.nio.file.Path;
import org.ricvae.RicvaeModel;
import org.ricvae.data.InputException;
import org.ricvae.table.model.TableModel;
import picocli.CommandLine.Option;

/** The model that a command uses. */
public final class ModelPlace {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      required = true,
      description = "Folder of the model, as 'ricvae train' wrote it.")
  Path model;

  /**
   * Loads the model, and says so where its training is not complete.
   *
   * @throws InputException where there is none, it is damaged, or its posterior has collapsed
   */
  public RicvaeModel load(Common common) {
    if (TableModel.isTable(model)) {
      throw new InputException(
          "%s is the model of a table; give 'ricvae clean' or 'ricvae score' a table to use it on"
              .formatted(model));
    }
    RicvaeModel loaded = RicvaeModel.load(model);
    if (loaded.provenance().activeDimensions() == 0
        && loaded.trained().vae().objective().likelihood().variational()) {
      throw new InputException(
          "the posterior of %s has collapsed: none of its latent dimensions carries information, so every output would be the same; train on with --resume, or anew with another --epsilon"
              .formatted(model));
    }
    if (!loaded.provenance().complete()) {
      common.note(
          "note: the training of %s was stopped in epoch %d; ricvae train with --resume goes on with it"
              .formatted(model, loaded.provenance().epochs() + 1));
    }
    return loaded;
  }
}
