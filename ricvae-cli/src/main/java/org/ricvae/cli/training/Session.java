package org.ricvae.cli.training;

import java.nio.file.Path;
import java.util.Map;
import org.ricvae.Training;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.output.Progress;
import org.ricvae.data.InputException;

/** A training from its first step, or from a checkpoint, to a folder with the model. */
public final class Session {
  private final Training training;
  private final Path folder;
  private final Common common;
  private final EventLog log;
  private boolean saved;

  /**
   * @param folder takes the model, now and then a checkpoint, and the log
   */
  public Session(Training training, Path folder, EventLog log, Common common) {
    this.training = training;
    this.folder = folder;
    this.log = log;
    this.common = common;
  }

  /**
   * Trains and saves.
   *
   * @return whether the training is complete; false after Ctrl-C, when what there is was saved
   * @throws InputException where training failed; the last checkpoint, if there is one, stays
   */
  public boolean run() {
    try (Interrupt interrupt =
            new Interrupt(() -> common.note("\nstopping, and saving what there is ..."));
        Progress progress = common.progress()) {
      boolean complete = train(interrupt, progress);
      progress.close();
      if (complete || training.begun()) {
        save();
      }
      if (!complete) {
        common.note(
            training.begun()
                ? "stopped; %s can be used as it is, or be trained on with: ricvae train DATA -o %s --resume"
                    .formatted(folder, folder)
                : "stopped before the training itself began; there was nothing to save");
      }
      return complete;
    }
  }

  private boolean train(Interrupt interrupt, Progress progress) {
    try {
      return training.run(
          interrupt::requested, () -> checkpoint(interrupt), new Narrator(progress, log));
    } catch (InputException e) {
      if (!saved) {
        throw e;
      }
      throw new InputException(
          "%s; the last good state is in %s".formatted(e.getMessage(), folder), e);
    }
  }

  /** Ctrl-C in the middle of it removes its unfinished files; another save follows then. */
  private void checkpoint(Interrupt interrupt) {
    try {
      save();
    } catch (InputException e) {
      if (!interrupt.requested()) {
        throw e;
      }
    }
  }

  private void save() {
    training.save(folder, Map.of(EventLog.FILE, log.bytes()));
    saved = true;
  }
}
