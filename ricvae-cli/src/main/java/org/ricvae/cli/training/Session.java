package org.ricvae.cli.training;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

  /** How a training ended. */
  public enum End {
    /** As planned. */
    COMPLETE,
    /** Before that, for it was enough; the model was saved. */
    ENOUGH,
    /** By Ctrl-C; what there is was saved. */
    INTERRUPTED
  }

  /**
   * Trains and saves.
   *
   * @param enough asked after every step whether the model is to do as it is
   * @throws InputException where training failed; the last checkpoint, if there is one, stays
   */
  public End run(BooleanSupplier enough) {
    try (Interrupt interrupt = new Interrupt(this::heard);
        Progress progress = common.progress()) {
      boolean complete = train(interrupt, enough, progress);
      progress.end();
      if (training.begun()) {
        save(interrupt);
      }
      if (interrupt.requested() && !complete) {
        if (training.begun()) {
          common.note(
              "stopped; %s can be used as it is, or be trained on with: ricvae train DATA -o %s --resume (and the same reading options)"
                  .formatted(folder, folder));
        }
        return End.INTERRUPTED;
      }
      return complete ? End.COMPLETE : End.ENOUGH;
    }
  }

  /** On Ctrl-C: nothing is lost before the first step, so that nobody need wait for one. */
  private boolean heard() {
    if (!training.begun()) {
      common.note("\nstopped before the training itself began; there was nothing to save");
      return false;
    }
    common.note("\nstopping, and saving what there is ...");
    return true;
  }

  private boolean train(Interrupt interrupt, BooleanSupplier enough, Progress progress) {
    try {
      return training.run(
          () -> interrupt.requested() || (training.begun() && enough.getAsBoolean()),
          () -> save(interrupt),
          new Narrator(progress, log));
    } catch (InputException e) {
      if (!saved) {
        throw e;
      }
      throw new InputException(
          "%s; the last good state is in %s".formatted(e.getMessage(), folder), e);
    }
  }

  /** Ctrl-C in the middle of it removes its unfinished files; then it is done once more. */
  private void save(Interrupt interrupt) {
    try {
      write();
    } catch (InputException e) {
      if (!interrupt.requested()) {
        throw e;
      }
      write();
    }
  }

  private void write() {
    training.save(folder, Map.of(EventLog.FILE, log.bytes()));
    saved = true;
  }
}
