package org.ricvae.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ricvae.data.InputException;

/** What to throw where a file of a model cannot be used. */
final class BadFile {
  private static final int MAX_MESSAGE = 600;

  private BadFile() {}

  /**
   * The content is wrong.
   *
   * @param problem what and where; may quote the file, for what would leave the line or steer a
   *     terminal is masked
   */
  static InputException of(Path file, String problem) {
    String line = problem.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    if (line.length() > MAX_MESSAGE) {
      line = line.substring(0, MAX_MESSAGE) + "…";
    }
    return new InputException(
        "%s: %s; take an undamaged copy, update ricvae if a newer one wrote it, or train again"
            .formatted(file, line));
  }

  /** The system will not let us read. */
  static InputException unreadable(Path file, IOException cause) {
    String reason = cause.getMessage();
    if (cause instanceof NoSuchFileException) {
      reason = "it is missing; take a whole copy of the model, or train again";
    } else if (cause instanceof AccessDeniedException) {
      reason = "no permission; ask its owner, or copy it";
    } else if (cause instanceof FileSystemException system && system.getReason() != null) {
      reason = system.getReason();
    }
    return new InputException("cannot read %s: %s".formatted(file, reason), cause);
  }
}
