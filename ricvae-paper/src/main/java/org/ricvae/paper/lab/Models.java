package org.ricvae.paper.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.RicvaeModel;
import org.ricvae.Training;
import org.ricvae.data.InputException;
import org.ricvae.file.Provenance;

/**
 * Trained models by name, in folders of their own. A stored one counts if it was trained with the
 * same options on the same data.
 */
public final class Models {
  private final Path folder;

  Models(Path folder) {
    this.folder = folder;
  }

  /** The folder of a model. */
  public Path folder(String key) {
    return folder.resolve(key);
  }

  /** The stored model, if it is complete, and of these data and options. */
  public Optional<RicvaeModel> find(String key, Images data, Options options) {
    return stored(key)
        .filter(model -> model.provenance().complete())
        .filter(model -> isOf(model.provenance(), data, options));
  }

  /** Keeps a model. */
  public void save(String key, RicvaeModel model) {
    Lab.create(folder);
    model.save(folder(key));
  }

  /**
   * The stored model, or else a new one, which is stored. An interrupted training continues.
   *
   * @throws Untrainable where the loss became infinite or the posterior collapsed
   */
  public RicvaeModel fit(String key, Images data, Options options, DoubleConsumer progress) {
    Lab.create(folder);
    Optional<RicvaeModel> stored =
        stored(key).filter(model -> isOf(model.provenance(), data, options));
    if (stored.isPresent() && stored.get().provenance().complete()) {
      return stored.get();
    }
    try (Training training =
        stored.isPresent()
            ? Training.resume(folder(key), data.samples(), 1)
            : Training.start(data.samples(), options.withThreads(1))) {
      RicvaeModel model = train(training, key, progress);
      training.save(folder(key), Map.of());
      return model;
    }
  }

  private RicvaeModel train(Training training, String key, DoubleConsumer progress) {
    try {
      training.run(() -> false, () -> checkpoint(training, key), new Follower(progress));
      return training.model();
    } catch (Unsaved e) {
      throw e.reason;
    } catch (InputException e) {
      throw new Untrainable(e);
    }
  }

  private void checkpoint(Training training, String key) {
    try {
      training.save(folder(key), Map.of());
    } catch (InputException e) {
      throw new Unsaved(e);
    }
  }

  /** A full disk is no failure of the training. */
  private static final class Unsaved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final InputException reason;

    Unsaved(InputException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private Optional<RicvaeModel> stored(String key) {
    if (!Files.isDirectory(folder(key))) {
      return Optional.empty();
    }
    try {
      return Optional.of(RicvaeModel.load(folder(key)));
    } catch (InputException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isOf(Provenance provenance, Images data, Options options) {
    return provenance.options().equals(OptionsText.write(options))
        && provenance.dataFingerprint().equals(data.fingerprint());
  }
}
