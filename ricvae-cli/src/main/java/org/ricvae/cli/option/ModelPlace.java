package org.ricvae.cli.option;

import java.nio.file.Path;
import org.ricvae.RicvaeModel;
import picocli.CommandLine.Option;

/** The model that a command uses. */
public final class ModelPlace {
  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      required = true,
      description = "Folder of the model, as 'ricvae train' wrote it.")
  Path model;

  /** The folder. */
  public Path path() {
    return model;
  }

  /**
   * Loads the model, and says so where its training is not complete.
   *
   * @throws org.ricvae.data.InputException where there is none, or it is damaged
   */
  public RicvaeModel load(Common common) {
    RicvaeModel loaded = RicvaeModel.load(model);
    if (!loaded.provenance().complete()) {
      common.note(
          "note: the training of %s was stopped in epoch %d; ricvae train with --resume goes on with it"
              .formatted(model, loaded.provenance().epochs() + 1));
    }
    return loaded;
  }
}
