package org.ricvae.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: its files are written into a hidden folder beside the
 * final place, forced to the disk, and the folder is renamed.
 *
 * <p>Closed without {@link #commit()}, it leaves what was there before untouched and removes what
 * it wrote; so does an orderly end of the JVM (Ctrl-C). No system call of Java's exchanges two
 * folders, so replacing one takes two renames; should the machine stop between them, the old folder
 * is found beside its place as {@code .NAME-….old}.
 */
public final class AtomicFolder implements AutoCloseable {
  private final Path target;
  private final Path part;

  private AtomicFolder(Path target, Path part) {
    this.target = target;
    this.part = part;
  }

  /**
   * Starts the folder.
   *
   * @param path the final name; the folder around it must exist
   * @param replaceable which entries of an existing folder may be lost with it. A folder that holds
   *     anything else is refused, so that no option can wipe out what is not ours; {@code entry ->
   *     false} replaces empty folders only
   * @throws InputException where the folder cannot be created or must not be replaced
   */
  public static AtomicFolder open(Path path, Predicate<Path> replaceable) {
    Path target = Beside.realTarget(path);
    try {
      refuseOthers(path, target, replaceable);
      while (true) {
        Path part = Beside.name(target, "part");
        Beside.deleteAtExit(part);
        try {
          Files.createDirectory(part);
          return new AtomicFolder(target, part);
        } catch (FileAlreadyExistsException e) {
          Beside.forget(part); // left by a process of the same number: take the next name
        } catch (IOException e) {
          Beside.forget(part);
          throw e;
        }
      }
    } catch (IOException e) {
      throw Beside.failure(target, e);
    }
  }

  private static void refuseOthers(Path path, Path target, Predicate<Path> replaceable)
      throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new InputException(
          "cannot write the folder %s: a file is there already; choose another name"
              .formatted(path));
    }
    try (Stream<Path> entries = Files.list(target)) {
      Optional<Path> other = entries.filter(replaceable.negate()).sorted().findFirst();
      if (other.isPresent()) {
        throw new InputException(
            "cannot write the folder %s: it is not empty (it holds %s) and would be lost; choose another name or empty it"
                .formatted(path, other.get().getFileName()));
      }
    }
  }

  /** The final name. */
  public Path target() {
    return target;
  }

  /** Where the files are to be written until {@link #commit()}. */
  public Path part() {
    return part;
  }

  /** What to throw where writing below {@link #part()} failed: names the folder and the reason. */
  public InputException failure(IOException cause) {
    return Beside.failure(target, cause);
  }

  /**
   * Forces the files to the disk and gives the folder its final name, replacing what was there.
   *
   * @throws InputException where that fails; what was there before is then still there
   */
  public void commit() {
    try {
      force();
      Beside.uninterrupted(part, this::rename);
    } catch (IOException e) {
      throw failure(e);
    }
    Beside.forceFolder(target.getParent());
  }

  private void force() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(part)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try { // side by side, since a thousand small files are mostly waited for
      files.parallelStream().forEach(AtomicFolder::force);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Beside.forceFolder(part);
  }

  private static void force(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rename() throws IOException {
    if (!Files.exists(target)) {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = Beside.name(target, "old");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    Beside.deleteTree(old);
  }

  @Override
  public void close() {
    try {
      Beside.deleteTree(part);
    } catch (IOException e) {
      throw failure(e);
    } finally {
      Beside.forget(part);
    }
  }
}
