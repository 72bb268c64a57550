package org.ricvae.table.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a list of changes in its place before the copy of the table is in its own. Should the
 * machine stop in between, there is a list too many, which {@link Undo} refuses, rather than a copy
 * that cannot be undone; and the list of an older copy, which is then still there, stays beside as
 * {@code NAME.old} until the new copy is in place.
 */
public final class ListPlace implements AutoCloseable {
  private final Path place;
  private final Path old;
  private boolean taken;

  /** The place of a list, whether there is one already or not. */
  public ListPlace(Path list) {
    try {
      place = Files.exists(list) ? list.toRealPath() : list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    old = old(place);
  }

  /** Where a list is found that had to make way for another. */
  static Path old(Path list) {
    return list.resolveSibling(list.getFileName() + ".old");
  }

  /**
   * Gives the new list its name. A list that is {@code .old} already is that of the copy which is
   * still there, left by a cleaning that was cut off: it stays, and what came after it is lost.
   */
  public void take(ChangesWriter list) {
    if (Files.exists(place) && !Files.exists(old)) {
      move(place, old);
    }
    taken = true;
    list.commit();
  }

  /** The copy is in its place too: an older list is no longer needed. */
  public void done() {
    taken = false;
    try {
      Files.deleteIfExists(old);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without {@link #done()}, puts back what was there before. */
  @Override
  public void close() {
    if (!taken) {
      return;
    }
    if (Files.exists(old)) {
      move(old, place);
      return;
    }
    try {
      Files.deleteIfExists(place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
