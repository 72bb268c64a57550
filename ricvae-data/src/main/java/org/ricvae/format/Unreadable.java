package org.ricvae.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.ricvae.data.InputException;

/** What to say where a file cannot be read. */
final class Unreadable {
  private Unreadable() {}

  static InputException of(String source, IOException cause) {
    String reason;
    if (cause instanceof EOFException) {
      reason = "it ends too early (truncated); copy it again";
    } else if (cause instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (cause instanceof AccessDeniedException) {
      reason = "no permission to read it";
    } else {
      reason = "%s; it may be damaged, so copy it again".formatted(cause.getMessage());
    }
    return new InputException("cannot read %s: %s".formatted(source, reason), cause);
  }
}
